package org.skypatch.year;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.registry.DecisionState;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.NotificationState;
import org.skypatch.contracts.registry.StateDecision;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.contracts.trade.WasteCode;
import org.skypatch.year.World.Kind;

/** What honest administrations report of a consignment, with the habits of the field: parts, late reports, corrections. */
final class Reporting {

    private Reporting() {}

    /** Writes the reports of both borders, of transit, and of the facility. */
    static void report(Consignment goods) {
        boolean isWaste = goods.lane.kind() == Kind.WASTE;
        if (isWaste) {
            goods.report(goods.papers.dispatch, CustomsEventType.SHIPMENT_ANNOUNCED, goods.departure.minus(days(4)));
        }
        Draft export = goods.report(
                goods.papers.dispatch,
                goods.lane.kind() == Kind.RE_EXPORT
                        ? CustomsEventType.RE_EXPORT_DECLARED
                        : CustomsEventType.EXPORT_DECLARED,
                goods.departure);
        Duration way = Duration.between(goods.departure, goods.arrival);
        for (String state : goods.papers.transit) {
            goods.report(state, CustomsEventType.TRANSIT_ENTERED, goods.departure.plus(way.dividedBy(3)));
            goods.report(state, CustomsEventType.TRANSIT_LEFT, goods.departure.plus(way.dividedBy(2)));
        }
        if (World.SILENT.contains(goods.papers.destination)) {
            return;
        }
        Draft arrived = goods.report(goods.papers.destination, CustomsEventType.IMPORT_CONFIRMED, goods.arrival);
        referToLess(arrived, goods);
        arrived.packages = 0;
        arrived.each = null;
        arrived.kg = weighedAnew(export.kg, goods);
        if (isWaste) {
            goods.report(goods.papers.destination, CustomsEventType.WASTE_RECEIVED, goods.arrival.plus(days(1)));
            goods.report(
                    goods.papers.destination,
                    CustomsEventType.DISPOSAL_COMPLETED,
                    goods.arrival.plus(days(30 + goods.chance.nextInt(60))));
        }
    }

    static Duration days(int number) {
        return Duration.ofDays(number);
    }

    /** Scales differ by less than anybody minds. */
    private static BigDecimal weighedAnew(BigDecimal kg, Consignment goods) {
        double off = Math.clamp(goods.chance.nextGaussian() * 0.003, -0.008, 0.008);
        return kg.multiply(BigDecimal.valueOf(1 + off)).setScale(1, RoundingMode.HALF_UP);
    }

    /** Which references the destination knows. */
    private static void referToLess(Draft arrived, Consignment goods) {
        arrived.declaration = null;
        if (goods.chance.nextInt(10) == 0 && arrived.importer != null) {
            arrived.importer = Draft.trader(
                    arrived.destination,
                    Consignment.idOf(arrived.importer),
                    String.valueOf(arrived.importer.name()).toUpperCase(java.util.Locale.ROOT));
        }
        int known = goods.chance.nextInt(100);
        if (known >= 70) {
            arrived.ucr = null;
        }
        if (known >= 90) {
            arrived.billOfLading = null;
        }
        if (known >= 97 && goods.lane.kind() != Kind.WASTE) {
            arrived.containers = List.of();
        }
    }

    /** Adds what happens to reports without anything being wrong: some come late, twice, in parts, or corrected. */
    static void muddle(Consignment goods) {
        int habit = goods.chance.nextInt(100);
        if (habit < 6) {
            arriveInParts(goods);
        } else if (habit < 9) {
            amend(goods);
        } else if (habit < 10) {
            seize(goods);
        } else if (habit < 11) {
            goBack(goods);
        } else if (habit < 13) {
            arriveLate(goods);
        } else if (habit < 14 && goods.lane.kind() != Kind.WASTE) {
            cancel(goods);
        }
        for (Draft report : goods.reports) {
            int luck = goods.chance.nextInt(100);
            report.isTwice = luck < 3;
            report.recordedAfter =
                    luck > 97 ? days(5 + goods.chance.nextInt(20)) : Duration.ofMinutes(goods.chance.nextInt(2_000));
        }
    }

    private static void arriveInParts(Consignment goods) {
        for (Draft first : List.copyOf(goods.reports)) {
            if (first.type == CustomsEventType.IMPORT_CONFIRMED) {
                Draft rest = goods.report(first.reporter, first.type, first.at.plus(days(3)));
                rest.ucr = first.ucr;
                rest.declaration = null;
                rest.packages = 0;
                rest.each = null;
                rest.kg = first.kg.multiply(new BigDecimal("0.4")).setScale(1, RoundingMode.HALF_UP);
                rest.containers = first.containers;
                rest.billOfLading = goods.papers.billOfLading;
                first.billOfLading = goods.papers.billOfLading;
                first.kg = first.kg.subtract(rest.kg);
                first.isPart = true;
            }
        }
    }

    /** The exporter had typed another mass. */
    private static void amend(Consignment goods) {
        Draft export = departure(goods);
        Draft right = goods.report(export.reporter, CustomsEventType.DECLARATION_AMENDED, export.at);
        right.corrects = export.eventId;
        right.filedAt = export.at.plus(days(2));
        right.recordedAfter = days(2);
        export.kg = export.kg.multiply(new BigDecimal("1.5"));
        export.each = null;
        export.packages = 0;
    }

    /** An officer holds the goods, finds them in order and lets them go. */
    private static void seize(Consignment goods) {
        boolean hasArrived = goods.reports.stream().anyMatch(one -> one.type == CustomsEventType.IMPORT_CONFIRMED);
        if (hasArrived && goods.lane.kind() != Kind.WASTE) {
            Instant held = goods.arrival.minus(days(1));
            goods.report(goods.papers.destination, CustomsEventType.GOODS_SEIZED, held);
            goods.report(goods.papers.destination, CustomsEventType.SEIZURE_CLOSED, held.plus(Duration.ofHours(12)));
        }
    }

    /** The destination does not want the goods, and they come back. */
    private static void goBack(Consignment goods) {
        if (World.SILENT.contains(goods.papers.destination)) {
            return;
        }
        Draft arrived = goods.first(CustomsEventType.IMPORT_CONFIRMED);
        arrived.type = CustomsEventType.IMPORT_REFUSED;
        goods.forget(CustomsEventType.WASTE_RECEIVED);
        goods.forget(CustomsEventType.DISPOSAL_COMPLETED);
        goods.report(goods.papers.dispatch, CustomsEventType.GOODS_RETURNED, arrived.at.plus(days(20)));
    }

    /** The ship was held up for a month. */
    private static void arriveLate(Consignment goods) {
        goods.reports.stream()
                .filter(one -> one.type == CustomsEventType.IMPORT_CONFIRMED && one.reporter.equals(one.destination))
                .filter(_ -> goods.lane.kind() != Kind.WASTE)
                .forEach(one -> one.at = one.at.plus(days(30)));
    }

    /** The declaration was made in vain. */
    private static void cancel(Consignment goods) {
        Draft export = departure(goods);
        goods.reports.removeIf(one -> one != export);
        Draft withdrawn = goods.report(export.reporter, CustomsEventType.DECLARATION_CANCELLED, export.at);
        withdrawn.corrects = export.eventId;
        withdrawn.filedAt = export.at.plus(days(1));
        withdrawn.recordedAfter = days(1);
    }

    static Draft departure(Consignment goods) {
        return goods.reports.stream()
                .filter(one -> one.type.isDeparture())
                .findFirst()
                .orElseThrow();
    }

    /** Puts waste under a general notification of its lane. */
    static void notify(Consignment goods) {
        Draft papers = goods.papers;
        int lane = goods.lane.number();
        papers.notification = "%s %04d %s %06d"
                .formatted(
                        papers.dispatch,
                        lane,
                        Consignment.idOf(java.util.Objects.requireNonNull(papers.exporter)),
                        goods.number / 5_000);
        papers.serial = goods.number;
        papers.carrier = Draft.trader(papers.dispatch, "CARRIER-" + lane, Names.firm(lane + 70_000L));
        papers.facility = Draft.trader(papers.destination, "FACILITY-" + lane, Names.firm(lane + 80_000L));
        goods.records.add(Records.of(notification(goods, "1000000000", 1_000_000, true)));
    }

    static NotificationFact notification(Consignment goods, String kg, int shipments, boolean hasContract) {
        Draft papers = goods.papers;
        List<StateDecision> decisions = Stream.concat(Stream.of(papers.destination), papers.transit.stream())
                .map(state -> new StateDecision(
                        CountryCode.of(state),
                        state.equals(papers.destination) ? "import" : "transit",
                        DecisionState.CONSENTED,
                        false,
                        null,
                        null,
                        null,
                        LocalDate.parse("2024-12-10"),
                        Records.FIRST_DAY,
                        LocalDate.parse("2025-12-31"),
                        List.of(),
                        null,
                        null,
                        AdministrationId.of(state + "-ca")))
                .toList();
        return new NotificationFact(
                String.valueOf(papers.notification),
                NotificationState.ACTIVE,
                "general",
                TraderId.of(Consignment.idOf(java.util.Objects.requireNonNull(papers.exporter))),
                TraderId.of("FACILITY-" + goods.lane.number()),
                List.of(),
                List.of(TraderId.of("CARRIER-" + goods.lane.number())),
                CountryCode.of(papers.dispatch),
                CountryCode.of(papers.destination),
                papers.transit.stream().map(CountryCode::of).toList(),
                List.of(WasteCode.of(papers.substance.id().toUpperCase(java.util.Locale.ROOT))),
                "R4",
                Mass.ofKilograms(kg),
                shipments,
                Records.FIRST_DAY,
                LocalDate.parse("2025-12-31"),
                false,
                null,
                hasContract ? "contract" : null,
                hasContract ? LocalDate.parse("2024-12-01") : null,
                false,
                null,
                null,
                List.of(),
                decisions,
                List.of(),
                LocalDate.parse("2024-12-02"),
                null,
                null,
                null);
    }

    static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
