package org.skypatch.year;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.CoverageFact;
import org.skypatch.contracts.registry.ExportNotificationFact;
import org.skypatch.contracts.registry.ExportNotificationState;
import org.skypatch.contracts.registry.GoodsScope;
import org.skypatch.contracts.registry.ImportResponseFact;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.contracts.registry.PartyFact;
import org.skypatch.contracts.registry.ProhibitionFact;
import org.skypatch.contracts.registry.QuotaFact;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.contracts.registry.RequirementFact;
import org.skypatch.contracts.registry.TerritoryFact;
import org.skypatch.contracts.registry.WatchlistFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.Mass;

/** What the registry holds whatever moves: coverage, demands, bans, quotas, limits, watch lists; and what it ships itself. */
final class Facts {

    /** Firms on the watch lists; no honest firm has a name like these. */
    static final List<String> WATCHED = List.of(
            "Zephyrine Quorum Holdings",
            "Obsidian Wharf Nominees",
            "Ninth Meridian Brokers",
            "Jubilee Hexagon Freight");

    private static final LocalDate LONG_AGO = LocalDate.parse("2010-01-01");
    private static final LocalDate BEFORE = LocalDate.parse("2020-01-01");

    /** Members of Annex VII to the Basel Convention among the countries (the OECD, the union). */
    private static final Set<String> ANNEX_VII = Set.of(
            "AU", "BE", "CA", "CL", "DE", "ES", "FR", "GB", "GR", "IT", "JP", "KR", "MX", "NL", "PL", "TR", "US");

    private Facts() {}

    /** What people and Parties enter into the registry. */
    static List<RegistryEvent> entered() {
        List<RegistryEvent> facts = new ArrayList<>();
        for (String country : World.COUNTRIES) {
            if (!World.SILENT.contains(country)) {
                covers(country + "-customs", facts);
            }
        }
        covers("EU-customs", facts);
        Set<String> authorities = new TreeSet<>();
        World.COUNTRIES.forEach(country -> authorities.add(World.Lane.licensing(country)));
        for (String state : authorities) {
            demand(state, "import-licence", "import", Convention.MONTREAL, facts);
            if (World.LICENSING_EXPORTS.contains(state)) {
                demand(state, "export-licence", "export", Convention.MONTREAL, facts);
            }
        }
        World.COUNTRIES.forEach(state -> demand(state, "consent", "import", Convention.BASEL, facts));
        demand("DE", "export-notification", "export", Convention.ROTTERDAM, facts);
        ban("TH", "hcfc-141b", "ban", "hcfc-141b", null, null, facts);
        ban(
                "EU",
                "cylinders",
                "ban",
                null,
                "F",
                new GoodsScope(List.of(), List.of(), List.of(), List.of(), List.of("non-refillable")),
                facts);
        ban(
                "LK",
                "equipment",
                "unwanted",
                "r-410a",
                null,
                new GoodsScope(List.of(), List.of(), List.of(), List.of("precharged-equipment"), List.of()),
                facts);
        quota("TH", "C-I", null, "900000000", facts);
        quota("BD", "C-I", null, "900000000", facts);
        quota("PH", null, "hcfc-123", "80000", facts);
        for (String state : List.of("KR", "JP")) {
            facts.add(limit(state, "receipt", "waste-received", 10, "calendar-days"));
            facts.add(limit(state, "disposal", "waste-received", 180, "calendar-days"));
        }
        answer("KE", "no-consent", facts);
        Stream.of("ZA", "BR", "PH").forEach(state -> answer(state, "consent", facts));
        facts.add(new RegistryEvent.ExportNotificationRecorded(
                "year-2025-BR",
                1,
                Records.dated(new ExportNotificationFact(
                        "2025-1",
                        ExportNotificationState.SENT,
                        CountryCode.of("DE"),
                        CountryCode.of("BR"),
                        CommodityId.of("aldicarb"),
                        2025,
                        Records.FIRST_DAY.minusDays(20),
                        null,
                        null,
                        null,
                        null))));
        for (String owner : World.COUNTRIES) {
            for (int i = 0; i < WATCHED.size(); i++) {
                facts.add(new RegistryEvent.WatchlistRecorded(
                        owner + "/year-" + i,
                        1,
                        Records.dated(new WatchlistFact(
                                CountryCode.of(owner),
                                "year-" + i,
                                "trader",
                                WATCHED.get(i),
                                "seen before",
                                null,
                                List.of()))));
            }
        }
        return facts;
    }

    private static void covers(String administration, List<RegistryEvent> facts) {
        facts.add(new RegistryEvent.CoverageRecorded(
                administration,
                1,
                Records.dated(new CoverageFact(
                        AdministrationId.of(administration),
                        List.of("*"),
                        List.of(),
                        List.of("*"),
                        List.of("licences", "traders", "quotas"),
                        null,
                        LONG_AGO,
                        null))));
    }

    private static void demand(
            String state, String document, String direction, Convention convention, List<RegistryEvent> facts) {
        facts.add(new RegistryEvent.RequirementRecorded(
                state + "/year-" + document,
                1,
                Records.dated(new RequirementFact(
                        CountryCode.of(state),
                        "year-" + document,
                        document,
                        direction,
                        null,
                        null,
                        convention,
                        null,
                        BEFORE,
                        null,
                        "Act of " + state))));
    }

    private static void ban(
            String state,
            String id,
            String kind,
            @Nullable String commodity,
            @Nullable String group,
            @Nullable GoodsScope scope,
            List<RegistryEvent> facts) {
        facts.add(new RegistryEvent.ProhibitionRecorded(
                state + "/year-" + id,
                1,
                Records.dated(new ProhibitionFact(
                        CountryCode.of(state),
                        "year-" + id,
                        kind,
                        commodity == null ? null : CommodityId.of(commodity),
                        group,
                        null,
                        "import",
                        scope,
                        BEFORE,
                        null,
                        "Act of " + state))));
    }

    private static void quota(
            String country, @Nullable String group, @Nullable String commodity, String kg, List<RegistryEvent> facts) {
        facts.add(new RegistryEvent.QuotaRecorded(
                country + "/2025/" + (group == null ? commodity : group),
                1,
                Records.dated(new QuotaFact(
                        CountryCode.of(country),
                        2025,
                        group,
                        commodity == null ? null : CommodityId.of(commodity),
                        "import",
                        Mass.ofKilograms(kg),
                        null,
                        null,
                        null,
                        "import",
                        List.of(),
                        null))));
    }

    private static void answer(String country, String decision, List<RegistryEvent> facts) {
        facts.add(new RegistryEvent.ImportResponseRecorded(
                country + "/aldicarb",
                1,
                Records.dated(new ImportResponseFact(
                        CountryCode.of(country),
                        CommodityId.of("aldicarb"),
                        "final",
                        decision,
                        List.of(),
                        BEFORE,
                        BEFORE.plusMonths(6),
                        null))));
    }

    private static RegistryEvent limit(String scope, String id, String starts, int number, String unit) {
        return new RegistryEvent.LimitRecorded(
                scope + "/" + id,
                1,
                Records.dated(new LimitFact(
                        scope,
                        id,
                        starts,
                        number,
                        unit,
                        "after",
                        "facility",
                        null,
                        "none",
                        LONG_AGO,
                        null,
                        "Act of " + scope)));
    }

    /** What the registry ships: catalogue, Parties, the customs union, limits of law. */
    static List<RegistryEvent> shipped() {
        List<RegistryEvent> facts = new ArrayList<>();
        Substance.ALL.forEach(
                one -> facts.add(new RegistryEvent.CommodityRecorded(one.id(), 1, Records.dated(one.fact()))));
        World.COUNTRIES.forEach(
                country -> facts.add(new RegistryEvent.PartyRecorded(country, 1, Records.dated(party(country)))));
        facts.add(new RegistryEvent.TerritoryRecorded(
                "EU",
                1,
                Records.dated(new TerritoryFact(
                        "EU",
                        "customs-union",
                        "European Union",
                        World.UNION.stream().map(CountryCode::of).toList(),
                        null,
                        List.of(Convention.MONTREAL),
                        LocalDate.parse("1968-07-01"),
                        null,
                        "TFEU, Article 28"))));
        facts.add(limit("EU", "receipt", "waste-received", 3, "calendar-days"));
        facts.add(limit("EU", "certificate", "disposal-completed", 30, "calendar-days"));
        facts.add(limit("EU", "disposal", "waste-received", 1, "years"));
        facts.add(limit("CA", "receipt", "waste-received", 3, "working-days"));
        facts.add(limit("basel", "take-back", "informed-not-completed", 90, "calendar-days"));
        facts.add(limit("basel", "illegal-take-back", "informed-illegal", 30, "calendar-days"));
        facts.add(limit("basel", "illegal-disposal", "known-illegal", 30, "calendar-days"));
        facts.add(new RegistryEvent.CatalogueRecorded(
                "catalogue", 1, "year", Substance.ALL.size(), World.COUNTRIES.size(), Records.EARLIER));
        return facts;
    }

    private static PartyFact party(String country) {
        Map<String, String> status = new HashMap<>();
        boolean isNoParty = country.equals("US");
        status.put("montreal", "y");
        status.put("montreal.amendmentsToBeijing", "y");
        status.put("montreal.kigali", "y");
        status.put("montreal.nothingSince.A-I", World.NOT_ARTICLE_5.contains(country) ? "1996" : "2010");
        status.put("montreal.nothingSince.E-I", World.NOT_ARTICLE_5.contains(country) ? "2005" : "2015");
        status.put("montreal.article5", World.NOT_ARTICLE_5.contains(country) ? "n" : "y");
        status.put("basel", isNoParty ? "n" : "y");
        status.put("basel.annexVii", ANNEX_VII.contains(country) ? "y" : "n");
        status.put("basel.banAmendment", World.UNION.contains(country) || country.equals("GB") ? "y" : "n");
        status.put("rotterdam", isNoParty ? "n" : "y");
        status.put("stockholm", isNoParty ? "n" : "y");
        return new PartyFact(CountryCode.of(country), Map.of("en", country), "Asia/Pacific", status);
    }
}
