package org.skypatch.tracking.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.registry.Component;
import org.skypatch.contracts.registry.CoverageFact;
import org.skypatch.contracts.registry.QuotaFact;
import org.skypatch.contracts.registry.RequirementFact;
import org.skypatch.contracts.registry.TerritoryFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.register.Catalogue;
import org.skypatch.tracking.register.Coverage;
import org.skypatch.tracking.register.Quotas;
import org.skypatch.tracking.register.Register;
import org.skypatch.tracking.register.Requirements;
import org.skypatch.tracking.register.Territories;

/** A small register: a few commodities, and coverage as a test needs it. */
public final class TestRegister {

    public static final CommodityFact HCFC_22 = commodity("hcfc-22", "HCFC-22", Convention.MONTREAL, "C-I");
    public static final CommodityFact HFC_134A = commodity("hfc-134a", "HFC-134a", Convention.MONTREAL, "F-I");
    public static final CommodityFact HFC_32 = commodity("hfc-32", "HFC-32", Convention.MONTREAL, "F-I", null, "675");
    public static final CommodityFact HFC_125 =
            commodity("hfc-125", "HFC-125", Convention.MONTREAL, "F-I", null, "3500");
    /** Half HFC-32, half HFC-125. */
    public static final CommodityFact R_410A = blend("r-410a", "R-410A", "hfc-32", "hfc-125");

    public static final CommodityFact HCFC_123 = commodity("hcfc-123", "HCFC-123", Convention.MONTREAL, "C-I");
    public static final CommodityFact HCFC_123_ISOMERS =
            commodity("hcfc-123-isomers", "HCFC-123 isomers", Convention.MONTREAL, "C-I");
    public static final CommodityFact A1160 = commodity("a1160", "Waste lead-acid batteries", Convention.BASEL, null);
    public static final CommodityFact Y31 = commodity("y31", "Lead; lead compounds", Convention.BASEL, null);

    private final List<CoverageFact> coverage = new ArrayList<>();
    private final List<RequirementFact> requirements = new ArrayList<>();

    private final List<Quotas.Keyed> quotas = new ArrayList<>();
    private final List<TerritoryFact> territories = new ArrayList<>();

    private TestRegister() {}

    public static TestRegister nothingCovered() {
        return new TestRegister();
    }

    /** Countries that report every event and share every list as complete. */
    public static TestRegister covering(String... countries) {
        TestRegister register = new TestRegister();
        Stream.of(countries)
                .forEach(country -> register.coverage.add(new CoverageFact(
                        AdministrationId.of(country + "-customs"),
                        List.of("*"),
                        List.of(),
                        List.of("*"),
                        List.of("licences", "traders", "quotas"),
                        null,
                        LocalDate.parse("2010-01-01"),
                        null)));
        return register;
    }

    /** A State that demands a document for a Montreal group or a commodity from a day. */
    public TestRegister demanding(String state, String document, String direction, String commodity, String from) {
        requirements.add(new RequirementFact(
                CountryCode.of(state),
                document,
                document,
                direction,
                CommodityId.of(commodity),
                null,
                null,
                null,
                LocalDate.parse(from),
                null,
                "Montreal Protocol, Art. 4B"));
        return this;
    }

    /** A quota of a Party under its key. */
    public TestRegister with(String key, QuotaFact quota) {
        quotas.add(new Quotas.Keyed(key, quota));
        return this;
    }

    public TestRegister with(TerritoryFact territory) {
        territories.add(territory);
        return this;
    }

    public Register register() {
        return new Register(
                true,
                new Catalogue(
                        List.of(HCFC_22, HFC_134A, HCFC_123, HCFC_123_ISOMERS, HFC_32, HFC_125, R_410A, A1160, Y31)),
                new Coverage(coverage),
                new Requirements(requirements),
                new Quotas(quotas),
                new Territories(territories),
                Map.of(CountryCode.of("KR"), "Asia/Pacific", CountryCode.of("TH"), "Asia/Pacific"));
    }

    private static CommodityFact commodity(String id, String name, Convention convention, String group) {
        return commodity(id, name, convention, group, "0.055", "1810");
    }

    private static CommodityFact commodity(
            String id, String name, Convention convention, String group, String odp, String gwp) {
        return fact(id, name, convention, group, odp, gwp, List.of());
    }

    private static CommodityFact blend(String id, String name, String one, String other) {
        BigDecimal half = new BigDecimal(50);
        return fact(
                id,
                name,
                Convention.MONTREAL,
                "F-I",
                null,
                null,
                List.of(new Component(CommodityId.of(one), half), new Component(CommodityId.of(other), half)));
    }

    private static CommodityFact fact(
            String id,
            String name,
            Convention convention,
            String group,
            String odp,
            String gwp,
            List<Component> components) {
        return new CommodityFact(
                CommodityId.of(id),
                name,
                convention == Convention.BASEL ? "waste" : components.isEmpty() ? "substance" : "blend",
                Set.of(convention),
                group == null ? Set.of() : Set.of(group),
                components,
                odp == null ? null : new BigDecimal(odp),
                gwp == null ? null : new BigDecimal(gwp),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
