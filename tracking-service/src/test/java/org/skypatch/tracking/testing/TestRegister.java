package org.skypatch.tracking.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.registry.Component;
import org.skypatch.contracts.registry.Control;
import org.skypatch.contracts.registry.CoverageFact;
import org.skypatch.contracts.registry.Dated;
import org.skypatch.contracts.registry.HsListing;
import org.skypatch.contracts.registry.PartyFact;
import org.skypatch.contracts.registry.QuotaFact;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.contracts.registry.RequirementFact;
import org.skypatch.contracts.registry.TerritoryFact;
import org.skypatch.contracts.trade.CasNumber;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.HsCode;
import org.skypatch.contracts.trade.UnNumber;
import org.skypatch.contracts.trade.WasteCode;
import org.skypatch.tracking.register.Cited;
import org.skypatch.tracking.register.Register;

/** A small register: a few commodities, and coverage as a test needs it. */
public final class TestRegister {

    private static final Map<String, String> CAS =
            Map.of("hcfc-22", "75-45-6", "hfc-134a", "811-97-2", "cfc-12", "75-71-8");
    private static final Map<String, String> UN =
            Map.of("hcfc-22", "1018", "hfc-134a", "3159", "cfc-12", "1028", "r-410a", "1078");
    private static final Map<String, List<HsListing>> HS = Map.of(
            "hcfc-22", listed("2903.71", "2903.71"),
            "hfc-134a", listed("2903.39", "2903.45"),
            "cfc-12", listed("2903.77", "2903.77"),
            "r-410a", listed("3824.78", "3827.63"));

    private static List<HsListing> listed(String hs2017, String hs2022) {
        return List.of(
                new HsListing(HsCode.of(hs2017), "HS2017", false), new HsListing(HsCode.of(hs2022), "HS2022", false));
    }

    public static final CommodityFact HCFC_22 = commodity("hcfc-22", "HCFC-22", Convention.MONTREAL, "C-I");
    public static final CommodityFact HFC_134A = commodity("hfc-134a", "HFC-134a", Convention.MONTREAL, "F-I");
    public static final CommodityFact HCFC_123 = commodity("hcfc-123", "HCFC-123", Convention.MONTREAL, "C-I");
    public static final CommodityFact HCFC_123_ISOMERS =
            commodity("hcfc-123-isomers", "HCFC-123 isomers", Convention.MONTREAL, "C-I");
    public static final CommodityFact A1160 = commodity("a1160", "Waste lead-acid batteries", Convention.BASEL, null);
    public static final CommodityFact Y46 = commodity("y46", "Household waste", Convention.BASEL, null);
    public static final CommodityFact CFC_12 = commodity("cfc-12", "CFC-12", Convention.MONTREAL, "A-I");
    public static final CommodityFact HFC_32 = commodity("hfc-32", "HFC-32", Convention.MONTREAL, "F-I", null, "675");
    public static final CommodityFact HFC_125 =
            commodity("hfc-125", "HFC-125", Convention.MONTREAL, "F-I", null, "3500");
    /** Half HFC-32, half HFC-125. */
    public static final CommodityFact R_410A = blend("r-410a", "R-410A", "hfc-32", "hfc-125");

    public static final CommodityFact Y31 = commodity("y31", "Lead; lead compounds", Convention.BASEL, null);

    private final List<RegistryEvent> records = new ArrayList<>();

    private TestRegister() {
        Stream.of(HCFC_22, HFC_134A, HCFC_123, HCFC_123_ISOMERS, CFC_12, HFC_32, HFC_125, R_410A, A1160, Y31, Y46)
                .forEach(this::holding);
        Stream.of("KR", "TH")
                .map(code -> new PartyFact(CountryCode.of(code), Map.of("en", code), "Asia/Pacific", Map.of()))
                .forEach(this::holding);
        records.add(new RegistryEvent.CatalogueRecorded("catalogue", 1, "test", 11, 2, Instant.EPOCH));
    }

    public static TestRegister nothingCovered() {
        return new TestRegister();
    }

    /** Countries that report every event and share every list as complete. */
    public static TestRegister covering(String... countries) {
        TestRegister register = new TestRegister();
        Stream.of(countries)
                .forEach(country -> register.holding(new CoverageFact(
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

    /** Any fact more, recorded long ago. */
    public TestRegister holding(RegistryFact fact) {
        records.add(Recorded.of(fact));
        return this;
    }

    /** Any fact more, recorded at that instant. */
    public TestRegister holding(RegistryFact fact, String recordedAt) {
        records.add(Recorded.of(fact, recordedAt));
        return this;
    }

    /** Any record more. */
    public TestRegister holding(RegistryEvent record) {
        records.add(record);
        return this;
    }

    /** A State that demands a document for a commodity from a day. */
    public TestRegister demanding(String state, String document, String direction, String commodity, String from) {
        return holding(new RequirementFact(
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
    }

    /** A country that publishes the form of its licence numbers. */
    public TestRegister numbering(String country, String pattern) {
        return holding(new CoverageFact(
                AdministrationId.of(country + "-nou"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                pattern,
                LocalDate.parse("2010-01-01"),
                null));
    }

    /** A chemical that a treaty lists. */
    public static CommodityFact listed(String id, Convention convention, String list) {
        CommodityFact fact = commodity(id, id, convention, null);
        return new CommodityFact(
                fact.id(),
                id,
                "chemical",
                fact.conventions(),
                fact.groups(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Control(convention, list, null, null, null, null, null)),
                List.of(),
                null);
    }

    /** What is known of a country as a Party, as name and value in turn. */
    public TestRegister party(String country, String... status) {
        Map<String, String> known = new HashMap<>();
        for (int i = 0; i < status.length; i += 2) {
            known.put(status[i], status[i + 1]);
        }
        return holding(new PartyFact(CountryCode.of(country), Map.of("en", country), null, known));
    }

    /** A quota of a Party under its key. */
    public TestRegister with(String key, QuotaFact quota) {
        return holding(new RegistryEvent.QuotaRecorded(
                key, 1, List.of(new Dated<>(Instant.EPOCH, AdministrationId.of("TH-nou"), quota))));
    }

    public TestRegister with(TerritoryFact territory) {
        return holding(territory);
    }

    /** A customs union of these members, inside which there is no trade under Montreal. */
    public TestRegister union(String code, String... members) {
        return holding(new TerritoryFact(
                code,
                "customs-union",
                code,
                Stream.of(members).map(CountryCode::of).toList(),
                null,
                List.of(Convention.MONTREAL),
                LocalDate.parse("1968-07-01"),
                null,
                "TFEU, Article 28"));
    }

    public Register register() {
        return Register.of(records);
    }

    /** The records that movements cite by their keys. */
    public Cited cited() {
        return cited(every -> true);
    }

    /** The known ones of them. */
    public Cited cited(Predicate<RegistryEvent> known) {
        return Cited.of(records.stream().filter(known).toList());
    }

    public static CommodityFact commodity(String id, String name, Convention convention, String group) {
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
        boolean isWaste = convention == Convention.BASEL;
        return new CommodityFact(
                CommodityId.of(id),
                name,
                isWaste ? "waste" : components.isEmpty() ? "substance" : "blend",
                Set.of(convention),
                group == null ? Set.of() : Set.of(group),
                components,
                odp == null ? null : new BigDecimal(odp),
                gwp == null ? null : new BigDecimal(gwp),
                CAS.containsKey(id) ? List.of(CasNumber.of(CAS.get(id))) : List.of(),
                List.of(),
                UN.containsKey(id) ? List.of(UnNumber.of(UN.get(id))) : List.of(),
                isWaste ? List.of(WasteCode.of(id.toUpperCase(Locale.ROOT))) : List.of(),
                List.of(name.replaceAll("^H?C?FC-", "R-")),
                List.of(),
                HS.getOrDefault(id, List.of()),
                null);
    }
}
