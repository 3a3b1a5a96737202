package org.skypatch.year;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.customs.Illegality;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.LicenceKind;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;

/** Makes one thing wrong with a consignment: first with its papers, then with what is reported of it. */
final class Planting {

    private Planting() {}

    /** What is wrong before anything is reported. */
    static void inPapers(Irregularity what, Consignment goods) {
        Draft papers = goods.papers;
        switch (what) {
            case CONSENT_MISSING -> goods.citeNone(LicenceKind.IMPORT);
            case EXPORT_LICENCE_MISSING -> goods.citeNone(LicenceKind.EXPORT);
            case CONSENT_REFUSED, CONSENT_OUT_OF_DATE, LICENCE_OTHER_USE -> Licensing.spoil(what, goods);
            case LICENCE_UNKNOWN -> cite(goods, "IMP/25/" + Names.code(goods.number + 900_000_007L));
            case LICENCE_NEAR_MISS -> {
                String genuine = imported(papers).number();
                char last = genuine.charAt(genuine.length() - 1);
                cite(goods, genuine.substring(0, genuine.length() - 1) + (last == '7' ? '4' : '7'));
            }
            case TRADER_NOT_REGISTERED -> {
                String id = papers.destination + "-GHOST-" + goods.number;
                papers.importer = Draft.trader(papers.destination, id, Names.firm(goods.number + 300_000L));
                goods.license(LicenceKind.IMPORT, id, Names.code(goods.number + 600_000L), null);
            }
            case TRADER_MISMATCH ->
                papers.importer = goods.named(papers.destination, "OTHER-" + goods.number, "importer");
            case CONTAINER_PROHIBITED -> papers.packing = "non-refillable";
            case EMPTY_NOT_EMPTY -> papers.kg = BigDecimal.valueOf(papers.packages * 8L);
            case USE_NOT_PERMITTED -> papers.use = "quarantine-and-pre-shipment";
            case FALSE_RECOVERED_CLAIM -> papers.condition = "recovered";
            case POP_NOT_PERMITTED -> papers.use = "pesticide";
            case POP_WASTE_RECOVERED -> {
                papers.condition = "waste";
                papers.operation = "R3";
            }
            case RE_EXPORT_EXCEEDS_IMPORT -> papers.origin = "CN";
            case RE_EXPORT_WITHOUT_IMPORT -> papers.origin = "CN";
            case ROUND_TRIP -> papers.origin = papers.destination;
            case CODE_MISMATCH -> papers.cas = papers.substance.id().equals("hfc-134a") ? "75-45-6" : "811-97-2";
            case BAD_IDENTIFIER -> papers.containers = List.of(Names.badContainer(goods.number));
            case WATCHLIST_HIT ->
                papers.exporter = Draft.trader(
                        papers.dispatch,
                        Consignment.idOf(java.util.Objects.requireNonNull(papers.exporter)),
                        Facts.WATCHED.get(goods.number % Facts.WATCHED.size()));
            case PRICE_OUT_OF_RANGE -> papers.value = papers.kg.multiply(new BigDecimal("0.4"));
            case WASTE_AS_USED_GOODS -> {
                papers.description = "Used air conditioners, for reuse";
                papers.value = papers.kg.multiply(new BigDecimal("0.1"));
            }
            case UNAUTHORISED_HANDLER ->
                papers.carrier = Draft.trader(papers.dispatch, "STRANGER-" + goods.number, Names.firm(goods.number));
            case NOTIFICATION_EXCEEDED -> {
                papers.notification = "X" + papers.dispatch + " " + goods.number;
                goods.records.add(Records.of(Reporting.notification(goods, "15000", 1, true)));
            }
            case BASEL_PRECONDITION_MISSING -> {
                papers.notification = "P" + papers.dispatch + " " + goods.number;
                goods.records.add(Records.of(Reporting.notification(goods, "100000", 5, false)));
            }
            case NOTIFICATION_DIFFERS ->
                papers.facility =
                        Draft.trader(papers.destination, "ELSEWHERE-" + goods.number, Names.firm(goods.number));
            default -> {
                // Its papers are in order, or its lane is what is wrong.
            }
        }
        papers.saysCommodity |= what == Irregularity.CODE_MISMATCH;
    }

    private static LicenceNumber imported(Draft papers) {
        return papers.licences.stream()
                .filter(one -> one.number().startsWith("IMP/"))
                .findFirst()
                .orElseThrow();
    }

    private static void cite(Consignment goods, String number) {
        goods.cite(LicenceKind.IMPORT, new LicenceNumber(imported(goods.papers).issuedBy(), number));
    }

    /** What is wrong with the reports. */
    static void inReports(Irregularity what, Consignment goods) {
        switch (what) {
            case NOT_ARRIVED -> goods.forget(CustomsEventType.IMPORT_CONFIRMED);
            case ARRIVAL_WITHOUT_EXPORT -> goods.reports.removeIf(one -> one.type.isDeparture());
            case SHORT_LANDED -> weigh(goods, "0.85");
            case OVER_LANDED -> weigh(goods, "1.20");
            case DIFFERENT_GOODS_ARRIVED -> {
                Draft arrived = goods.first(CustomsEventType.IMPORT_CONFIRMED);
                arrived.substance =
                        Substance.named(goods.papers.substance.id().equals("hcfc-22") ? "hfc-134a" : "hcfc-22");
                arrived.saysCommodity = true;
            }
            case DIVERTED -> divert(goods);
            case LEFT_TRANSIT_LATE -> {
                goods.first(CustomsEventType.TRANSIT_LEFT).at =
                        goods.first(CustomsEventType.TRANSIT_ENTERED).at.plus(Reporting.days(25));
                goods.first(CustomsEventType.IMPORT_CONFIRMED).at =
                        goods.first(CustomsEventType.TRANSIT_LEFT).at.plus(Reporting.days(4));
            }
            case TRANSIT_NOT_DISCHARGED -> {
                goods.forget(CustomsEventType.TRANSIT_LEFT);
                goods.forget(CustomsEventType.IMPORT_CONFIRMED);
            }
            case BOND_CHANGED_GOODS -> {
                goods.first(CustomsEventType.TRANSIT_ENTERED).type = CustomsEventType.BOND_ENTERED;
                Draft left = goods.first(CustomsEventType.TRANSIT_LEFT);
                left.type = CustomsEventType.BOND_LEFT;
                left.packing = "drum";
                left.packages = 0;
                left.each = null;
            }
            case TAKE_BACK_OVERDUE -> refuse(goods);
            case CONTAINER_IN_TWO_PLACES -> {
                Draft entered = goods.first(CustomsEventType.TRANSIT_ENTERED);
                Instant left = entered.at.plus(Reporting.days(10));
                goods.first(CustomsEventType.TRANSIT_LEFT).at = left;
                goods.first(CustomsEventType.IMPORT_CONFIRMED).at = left.minus(Reporting.days(3));
                goods.first(CustomsEventType.IMPORT_CONFIRMED).containers = goods.papers.containers;
            }
            case IMPLAUSIBLE_JOURNEY ->
                goods.first(CustomsEventType.IMPORT_CONFIRMED).at = goods.departure.minus(Reporting.days(5));
            case REFERENCES_CONTRADICT -> {
                Draft arrived = goods.first(CustomsEventType.IMPORT_CONFIRMED);
                arrived.ucr = "5" + goods.papers.dispatch + "OTHER" + goods.number;
                arrived.declaration = goods.papers.declaration;
            }
            case RECEIPT_MISSING -> {
                goods.forget(CustomsEventType.WASTE_RECEIVED);
                goods.forget(CustomsEventType.DISPOSAL_COMPLETED);
            }
            case DISPOSAL_OVERDUE -> goods.forget(CustomsEventType.DISPOSAL_COMPLETED);
            default -> {
                // It lies in the papers.
            }
        }
        goods.reports.forEach(report -> {
            report.recordedAfter = Duration.ofHours(3);
            boolean isOfParty = report.destination.equals(goods.papers.destination);
            report.ucr = report.ucr == null && isOfParty ? goods.papers.ucr : report.ucr;
        });
    }

    private static void weigh(Consignment goods, String share) {
        Draft arrived = goods.first(CustomsEventType.IMPORT_CONFIRMED);
        arrived.kg = goods.papers.kg.multiply(new BigDecimal(share));
    }

    /** A third country releases the goods as its own import under the same bill of lading. */
    private static void divert(Consignment goods) {
        Draft released = goods.first(CustomsEventType.IMPORT_CONFIRMED);
        String third = released.destination.equals("MX") ? "BR" : "MX";
        released.reporter = third;
        released.destination = third;
        released.ucr = null;
        released.billOfLading = goods.papers.billOfLading;
        released.licences = List.of();
        released.importer = goods.named(third, "D" + goods.number % 7, "importer");
    }

    /** The exporter's conduct made it illegal, and nothing comes back. */
    private static void refuse(Consignment goods) {
        Draft refused = goods.first(CustomsEventType.IMPORT_CONFIRMED);
        refused.type = CustomsEventType.IMPORT_REFUSED;
        Instant informed = refused.at.plus(Reporting.days(3));
        OffsetDateTime told = informed.atOffset(ZoneOffset.UTC);
        refused.illegality = new Illegality("exporter-generator", told, told, told, null);
        goods.forget(CustomsEventType.WASTE_RECEIVED);
        goods.forget(CustomsEventType.DISPOSAL_COMPLETED);
    }

    /** A licence of its own that is not enough, or for one movement only. */
    static LicenceFact own(Consignment goods, String kg, boolean isSingle) {
        Draft papers = goods.papers;
        LicenceFact fact = Records.licence(
                new LicenceNumber(
                        CountryCode.of(World.Lane.licensing(papers.destination)),
                        "IMP/25/" + Names.code(goods.number + 400_000L)),
                LicenceKind.IMPORT,
                Consignment.idOf(java.util.Objects.requireNonNull(papers.importer)),
                papers.substance.id(),
                kg,
                papers.dispatch,
                papers.destination,
                null);
        return isSingle ? Licensing.single(fact) : fact;
    }
}
