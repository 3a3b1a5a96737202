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
import org.skypatch.contracts.registry.CoverageFact;
import org.skypatch.contracts.registry.RequirementFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.register.Catalogue;
import org.skypatch.tracking.register.Coverage;
import org.skypatch.tracking.register.Register;
import org.skypatch.tracking.register.Requirements;

/** A small register: a few commodities, and coverage as a test needs it. */
public final class TestRegister {

    public static final CommodityFact HCFC_22 = commodity("hcfc-22", "HCFC-22", Convention.MONTREAL, "C-I");
    public static final CommodityFact HFC_134A = commodity("hfc-134a", "HFC-134a", Convention.MONTREAL, "F-I");
    public static final CommodityFact HCFC_123 = commodity("hcfc-123", "HCFC-123", Convention.MONTREAL, "C-I");
    public static final CommodityFact HCFC_123_ISOMERS =
            commodity("hcfc-123-isomers", "HCFC-123 isomers", Convention.MONTREAL, "C-I");
    public static final CommodityFact A1160 = commodity("a1160", "Waste lead-acid batteries", Convention.BASEL, null);
    public static final CommodityFact Y31 = commodity("y31", "Lead; lead compounds", Convention.BASEL, null);

    private final List<CoverageFact> coverage = new ArrayList<>();
    private final List<RequirementFact> requirements = new ArrayList<>();

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

    public Register register() {
        return new Register(
                true,
                new Catalogue(List.of(HCFC_22, HFC_134A, HCFC_123, HCFC_123_ISOMERS, A1160, Y31)),
                new Coverage(coverage),
                new Requirements(requirements),
                Map.of(CountryCode.of("KR"), "Asia/Pacific", CountryCode.of("TH"), "Asia/Pacific"));
    }

    private static CommodityFact commodity(String id, String name, Convention convention, String group) {
        return new CommodityFact(
                CommodityId.of(id),
                name,
                convention == Convention.BASEL ? "waste" : "substance",
                Set.of(convention),
                group == null ? Set.of() : Set.of(group),
                List.of(),
                new BigDecimal("0.055"),
                new BigDecimal("1810"),
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
