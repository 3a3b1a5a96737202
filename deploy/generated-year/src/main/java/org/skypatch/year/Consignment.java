package org.skypatch.year;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.customs.NamedTrader;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.LicenceKind;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.year.World.Kind;
import org.skypatch.year.World.Lane;

/** A consignment on its lane, first its papers, then what is reported of it. All is in order until something is planted. */
final class Consignment {

    private static final Instant NEW_YEAR = Instant.parse("2025-01-01T00:00:00Z");
    private static final int WINDOWS = 6;
    private static final Duration WINDOW = Duration.ofHours(24 * 365 / WINDOWS);

    final int number;
    final Lane lane;
    final Random chance;
    final Draft papers = new Draft();
    final List<RegistryEvent> records = new ArrayList<>();
    final List<Draft> reports = new ArrayList<>();
    Instant departure;
    Instant arrival;

    /**
     * @param pool how many containers the region has: each is used again in every one of the six parts of the year
     */
    Consignment(int number, Lane lane, long seed, int pool) {
        this.number = number;
        this.lane = lane;
        this.chance = Names.chance(seed, number);
        int container = number % pool;
        int window = number / pool % WINDOWS;
        long within = container * 7_919L % (WINDOW.toHours() - 144) + chance.nextInt(144);
        this.departure = NEW_YEAR.plus(WINDOW.multipliedBy(window))
                .plus(Duration.ofHours(within))
                .plusSeconds(chance.nextInt(3_600));
        this.arrival = departure.plus(travel());
        papers.containers = lane.mode().equals("sea") ? List.of(Names.container(container)) : List.of();
        write();
    }

    /** How long goods travel here: about the same on each way. */
    private Duration travel() {
        int usual = lane.mode().equals("road") ? 48 : 24 * (8 + lane.number() % 17);
        return Duration.ofHours(usual + chance.nextInt(usual / 4 + 1));
    }

    /** Moves everything by so many days. */
    void leaveLater(int days) {
        departure = departure.plus(Duration.ofDays(days));
        arrival = arrival.plus(Duration.ofDays(days));
        if (papers.expected != null) {
            papers.expected = papers.expected.plus(Duration.ofDays(days));
        }
        if (!papers.containers.isEmpty()) {
            papers.containers = List.of(Names.container(2_000_000 + number));
        }
    }

    private void write() {
        Draft all = papers;
        all.dispatch = lane.dispatch();
        all.destination = lane.destination();
        all.transit = lane.transit();
        all.origin = lane.kind() == Kind.RE_EXPORT ? "CN" : lane.dispatch();
        all.mode = lane.mode();
        all.substance = Substance.named(lane.commodity());
        all.saysCommodity = chance.nextInt(10) < 6;
        all.ucr = "5" + lane.dispatch() + Names.code(number) + "-" + number;
        all.declaration = "25" + lane.dispatch() + "%08d".formatted(number);
        all.billOfLading = "BL" + Names.code(number + 17L) + number;
        all.expected = chance.nextBoolean() ? arrival.plus(Duration.ofDays(2)) : null;
        load();
        int buyer = lane.number() * 10 + chance.nextInt(5);
        int seller = lane.number() * 10 + 5 + chance.nextInt(3);
        all.importer = named(lane.destination(), "I" + buyer, "importer");
        all.exporter = named(lane.dispatch(), "E" + seller, "exporter");
        if (lane.kind() == Kind.WASTE) {
            return;
        }
        if (lane.kind() != Kind.CHEMICAL) {
            String bucket = lane.number() + "-" + departure.toString().substring(0, 7) + "-" + number / 5_000;
            license(LicenceKind.IMPORT, idOf(all.importer), Names.code((bucket + buyer).hashCode()), null);
            if (World.LICENSING_EXPORTS.contains(Lane.licensing(lane.dispatch()))) {
                license(LicenceKind.EXPORT, idOf(all.exporter), Names.code((bucket + seller).hashCode()), null);
            }
        }
    }

    private void load() {
        Draft all = papers;
        int pieces = 100 + chance.nextInt(1_200);
        BigDecimal each = new BigDecimal(chance.nextBoolean() ? "13.6" : "11.3");
        all.packing = "refillable";
        all.packages = pieces;
        all.each = each;
        all.condition = "virgin";
        all.form = "bulk";
        all.kg = each.multiply(BigDecimal.valueOf(pieces));
        switch (lane.kind()) {
            case WASTE -> {
                all.packing = "drum";
                all.packages = 0;
                all.each = null;
                all.kg = BigDecimal.valueOf(18_000 + chance.nextInt(6_000));
                all.condition = "waste";
                all.form = null;
                all.operation = "R4";
            }
            case EMPTIES -> {
                all.form = "empty-container";
                all.condition = null;
                all.each = null;
                all.kg = BigDecimal.valueOf(10 + chance.nextInt(40));
            }
            case EQUIPMENT -> {
                all.form = "precharged-equipment";
                all.packing = "carton";
                all.each = new BigDecimal("1.2");
                all.kg = all.each.multiply(BigDecimal.valueOf(pieces));
            }
            case FUMIGANT -> all.use = "quarantine-and-pre-shipment";
            case REFRIGERANT -> all.use = chance.nextInt(4) == 0 ? "refrigeration" : null;
            case RE_EXPORT, CHEMICAL -> {}
        }
        double price = all.substance.price() * (0.85 + 0.3 * chance.nextDouble());
        all.value = all.kg.multiply(BigDecimal.valueOf(price)).setScale(2, RoundingMode.HALF_UP);
    }

    /** Makes it so heavy, at the same price a kilogram. */
    void weigh(BigDecimal kg) {
        if (papers.value != null) {
            papers.value = papers.value.multiply(kg).divide(papers.kg, 2, RoundingMode.HALF_UP);
        }
        papers.kg = kg;
    }

    static String idOf(NamedTrader trader) {
        return String.valueOf(trader.id());
    }

    /** A registered trader. */
    NamedTrader named(String country, String id, String role) {
        String name = Names.firm((country + id).hashCode());
        records.add(Records.trader(country, country + "-" + id, name, role));
        return Draft.trader(country, country + "-" + id, name);
    }

    /** Has a licence issued and cites it. */
    LicenceNumber license(LicenceKind kind, String holder, String code, String use) {
        String issuer = Lane.licensing(kind == LicenceKind.IMPORT ? papers.destination : papers.dispatch);
        LicenceNumber cited =
                new LicenceNumber(CountryCode.of(issuer), (kind == LicenceKind.IMPORT ? "IMP/25/" : "EXP/25/") + code);
        LicenceFact fact = Records.licence(
                cited, kind, holder, papers.substance.id(), "600000", papers.dispatch, papers.destination, use);
        records.add(Records.of(fact));
        cite(kind, cited);
        return cited;
    }

    /** Cites a number in place of the licence of this kind. */
    void cite(LicenceKind kind, LicenceNumber cited) {
        List<LicenceNumber> licences = new ArrayList<>(papers.licences);
        licences.removeIf(one -> one.number().startsWith(prefix(kind)));
        licences.add(cited);
        papers.licences = licences;
    }

    /** Cites no licence of this kind. */
    void citeNone(LicenceKind kind) {
        papers.licences = papers.licences.stream()
                .filter(one -> !one.number().startsWith(prefix(kind)))
                .toList();
    }

    /** Cites an import licence of its own, whose fact is made by the caller. */
    void licensed(LicenceFact fact) {
        records.add(Records.of(fact));
        cite(fact.kind(), new LicenceNumber(fact.issuer(), fact.number()));
    }

    private static String prefix(LicenceKind kind) {
        return kind == LicenceKind.IMPORT ? "IMP/" : "EXP/";
    }

    /** Adds a report of these papers. */
    Draft report(String country, CustomsEventType type, Instant at) {
        Draft report = papers.reportedBy(country, type, at);
        report.eventId = "%s-%d-%d".formatted(type.label(), number, reports.size());
        reports.add(report);
        return report;
    }

    Draft first(CustomsEventType type) {
        return reports.stream().filter(one -> one.type == type).findFirst().orElseThrow();
    }

    void forget(CustomsEventType type) {
        reports.removeIf(one -> one.type == type);
    }
}
