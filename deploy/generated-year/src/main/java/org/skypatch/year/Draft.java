package org.skypatch.year;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.customs.CustomsEvent;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.customs.Goods;
import org.skypatch.contracts.customs.Illegality;
import org.skypatch.contracts.customs.MonetaryValue;
import org.skypatch.contracts.customs.NamedTrader;
import org.skypatch.contracts.customs.Packages;
import org.skypatch.contracts.customs.References;
import org.skypatch.contracts.customs.Route;
import org.skypatch.contracts.customs.Traders;
import org.skypatch.contracts.customs.Transport;
import org.skypatch.contracts.customs.TransportMode;
import org.skypatch.contracts.trade.CasNumber;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.ContainerNumber;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.HsCode;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.contracts.trade.UnNumber;
import org.skypatch.contracts.trade.WasteCode;

/** A report in the making: what the papers of a consignment say, and what one administration says of it. */
final class Draft implements Cloneable {

    String eventId = "";
    CustomsEventType type = CustomsEventType.EXPORT_DECLARED;
    String reporter = "";
    Instant at = Instant.EPOCH;
    Duration recordedAfter = Duration.ofHours(2);
    boolean isTwice;

    @Nullable
    String ucr;

    @Nullable
    String declaration;

    @Nullable
    String billOfLading;

    @Nullable
    String notification;

    @Nullable
    Integer serial;

    @Nullable
    String corrects;

    @Nullable
    Instant filedAt;

    String origin = "";
    String dispatch = "";
    List<String> transit = List.of();
    String destination = "";

    @Nullable
    NamedTrader exporter;

    @Nullable
    NamedTrader importer;

    @Nullable
    NamedTrader carrier;

    @Nullable
    NamedTrader generator;

    @Nullable
    NamedTrader facility;

    List<LicenceNumber> licences = List.of();
    Substance substance = Substance.ALL.getFirst();
    boolean saysCommodity = true;

    @Nullable
    String cas;

    BigDecimal kg = BigDecimal.ZERO;

    @Nullable
    BigDecimal rejectedKg;

    @Nullable
    String packing;

    int packages;

    @Nullable
    BigDecimal each;

    @Nullable
    String condition;

    @Nullable
    String form;

    @Nullable
    String use;

    @Nullable
    String operation;

    @Nullable
    String description;

    @Nullable
    BigDecimal value;

    boolean isPart;

    @Nullable
    Illegality illegality;

    List<String> containers = List.of();
    String mode = "sea";

    @Nullable
    Instant expected;

    /** The same papers as another administration reports them. */
    Draft reportedBy(String country, CustomsEventType what, Instant when) {
        try {
            Draft report = (Draft) clone();
            report.reporter = country;
            report.type = what;
            report.at = when;
            return report;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    static NamedTrader trader(String country, String id, String name) {
        return new NamedTrader(TraderId.of(id), name, CountryCode.of(country));
    }

    GeneratedMovement.Report report() {
        CustomsEvent event = new CustomsEvent(
                eventId,
                type,
                at.atOffset(ZoneOffset.UTC),
                AdministrationId.of(reporter + "-customs"),
                new References(ucr, declaration, null, billOfLading, notification, serial, null, corrects),
                filedAt == null ? null : filedAt.atOffset(ZoneOffset.UTC),
                licences,
                new Route(
                        CountryCode.of(origin),
                        CountryCode.of(dispatch),
                        transit.stream().map(CountryCode::of).toList(),
                        CountryCode.of(destination),
                        null,
                        null),
                new Traders(exporter, importer, carrier, generator, facility),
                List.of(goods()),
                type == CustomsEventType.IMPORT_CONFIRMED ? !isPart : null,
                null,
                illegality,
                null,
                new Transport(
                        TransportMode.of(mode),
                        containers.stream().map(ContainerNumber::of).toList(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        expected),
                null,
                null,
                Map.of());
        return new GeneratedMovement.Report(event, at.plus(recordedAfter), isTwice);
    }

    private Goods goods() {
        boolean isEquipment = "precharged-equipment".equals(form);
        String heading = isEquipment ? "8415.10" : substance.hs();
        String number = cas == null ? substance.cas() : cas;
        List<WasteCode> codes = substance.isWaste()
                ? List.of(WasteCode.of(substance.id().toUpperCase(java.util.Locale.ROOT)))
                : List.of();
        Mass net = new Mass(kg);
        return new Goods(
                saysCommodity || substance.cas() == null && !substance.isWaste()
                        ? CommodityId.of(substance.id())
                        : null,
                heading == null ? null : HsCode.of(heading),
                number == null ? null : CasNumber.of(number),
                isEquipment || substance.un() == null ? null : UnNumber.of(substance.un()),
                description,
                use,
                condition,
                form,
                codes,
                null,
                operation,
                net,
                rejectedKg == null ? null : net,
                rejectedKg == null ? null : new Mass(rejectedKg),
                packing == null
                        ? null
                        : new Packages(
                                packages == 0 ? null : packages, packing, each == null ? null : new Mass(each), null),
                value == null ? null : new MonetaryValue(value, "USD"),
                null);
    }

    /** Copies, each to be changed on its own. */
    static List<Draft> list(Draft... drafts) {
        return new ArrayList<>(Stream.of(drafts).toList());
    }
}
