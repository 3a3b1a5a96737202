package org.skypatch.tracking.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.customs.CustomsEvent;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.customs.DeclaredAs;
import org.skypatch.contracts.customs.EventWarning;
import org.skypatch.contracts.customs.Goods;
import org.skypatch.contracts.customs.Illegality;
import org.skypatch.contracts.customs.NamedTrader;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.customs.References;
import org.skypatch.contracts.customs.Route;
import org.skypatch.contracts.customs.Traders;
import org.skypatch.contracts.customs.Transport;
import org.skypatch.contracts.customs.TransportMode;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.ContainerNumber;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.contracts.trade.LocationCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.tracking.movement.EventIds;
import org.skypatch.tracking.movement.Part;

/** Builds what administrations report, in the words of the field. */
public final class Reports {

    private final CustomsEventType type;
    private final String reporter;
    private String eventId = "E-1";
    private OffsetDateTime occurredAt = OffsetDateTime.parse("2026-03-02T09:30:00+09:00");
    private Duration recordedAfter = Duration.ofHours(1);
    private String ucr;
    private String exportDeclaration;
    private String transportDocument;
    private String corrects;
    private String notification;
    private Integer shipmentSerial;
    private OffsetDateTime filedAt;
    private String dispatch = "KR";
    private String destination = "TH";
    private String origin;
    private String exitOffice;
    private String entryOffice;
    private String procedure;
    private String vessel;
    private final Map<Part, NamedTrader> traders = new EnumMap<>(Part.class);
    private final List<EventWarning> warnings = new ArrayList<>();
    private Instant expectedArrival;
    private Boolean isFinal;
    private Illegality illegality;
    private final List<CountryCode> transit = new ArrayList<>();
    private final List<LicenceNumber> licences = new ArrayList<>();
    private final List<ContainerNumber> containers = new ArrayList<>();
    private final List<Goods> goods = new ArrayList<>();

    private Reports(CustomsEventType type, String reporter) {
        this.type = type;
        this.reporter = reporter;
    }

    public static Reports export(String country) {
        return report(CustomsEventType.EXPORT_DECLARED, country);
    }

    public static Reports imported(String country) {
        return report(CustomsEventType.IMPORT_CONFIRMED, country);
    }

    public static Reports report(CustomsEventType type, String country) {
        return new Reports(type, country + "-customs");
    }

    public Reports named(String name) {
        eventId = name;
        return this;
    }

    public Reports at(String time) {
        occurredAt = OffsetDateTime.parse(time);
        return this;
    }

    public Reports recordedAfter(Duration time) {
        recordedAfter = time;
        return this;
    }

    public Reports ucr(String number) {
        ucr = number;
        return this;
    }

    public Reports declaration(String number) {
        exportDeclaration = number;
        return this;
    }

    public Reports billOfLading(String number) {
        transportDocument = number;
        return this;
    }

    /** A shipment under a Basel notification. */
    public Reports under(String number, int serial) {
        notification = number;
        shipmentSerial = serial;
        return this;
    }

    /** These goods, in the words of the reporter. */
    public Reports of(Goods line) {
        goods.add(line);
        return this;
    }

    public Reports correcting(String original, String when) {
        corrects = original;
        filedAt = OffsetDateTime.parse(when);
        return this;
    }

    public Reports between(String from, String to) {
        dispatch = from;
        destination = to;
        return this;
    }

    public Reports through(String... countries) {
        Stream.of(countries).map(CountryCode::of).forEach(transit::add);
        return this;
    }

    public Reports to(String trader) {
        return naming(Part.IMPORTER, trader, trader);
    }

    public Reports from(String trader) {
        return naming(Part.EXPORTER, trader, trader);
    }

    /** Names a trader of the consignment. */
    public Reports naming(Part part, String id, String name) {
        traders.put(part, new NamedTrader(id == null ? null : TraderId.of(id), name, null));
        return this;
    }

    public Reports originating(String country) {
        origin = country;
        return this;
    }

    public Reports over(String exit, String entry) {
        exitOffice = exit;
        entryOffice = entry;
        return this;
    }

    public Reports procedure(String code) {
        procedure = code;
        return this;
    }

    public Reports aboard(String imo) {
        vessel = imo;
        return this;
    }

    public Reports warned(String pointer, String code) {
        warnings.add(new EventWarning(pointer, code, "looks odd"));
        return this;
    }

    /** These goods. */
    public Reports of(Lot lot) {
        goods.add(lot.goods());
        return this;
    }

    public Reports citing(String licence) {
        licences.add(LicenceNumber.parse(licence));
        return this;
    }

    public Reports in(String... numbers) {
        Stream.of(numbers).map(ContainerNumber::of).forEach(containers::add);
        return this;
    }

    public Reports expectedOn(String day) {
        expectedArrival = Instant.parse(day + "T00:00:00Z");
        return this;
    }

    public Reports partial() {
        isFinal = false;
        return this;
    }

    /** Whose conduct made it illegal, and when whom was told (Basel Convention, Art. 9). */
    public Reports illegal(Illegality what) {
        illegality = what;
        return this;
    }

    public Reports kg(String mass, String commodity) {
        goods.add(goods(commodity, mass, null, null, null));
        return this;
    }

    public Reports acceptedAndRejected(String accepted, String rejected, String commodity) {
        goods.add(goods(commodity, accepted, accepted, rejected, null));
        return this;
    }

    public Reports foundInsteadOf(String mass, String commodity, String declared) {
        goods.add(goods(
                commodity, mass, null, null, new DeclaredAs(CommodityId.of(declared), null, null, null, null, null)));
        return this;
    }

    private static Goods goods(String commodity, String mass, String accepted, String rejected, DeclaredAs declaredAs) {
        return new Goods(
                CommodityId.of(commodity),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                Mass.ofKilograms(mass),
                accepted == null ? null : Mass.ofKilograms(accepted),
                rejected == null ? null : Mass.ofKilograms(rejected),
                null,
                null,
                declaredAs);
    }

    public RecordedEvent recorded() {
        AdministrationId administration = AdministrationId.of(reporter);
        if (goods.isEmpty()) {
            kg("13600", "hcfc-22");
        }
        CustomsEvent event = new CustomsEvent(
                eventId,
                type,
                occurredAt,
                administration,
                new References(
                        ucr, exportDeclaration, null, transportDocument, notification, shipmentSerial, null, corrects),
                filedAt,
                licences,
                new Route(
                        origin == null ? null : CountryCode.of(origin),
                        CountryCode.of(dispatch),
                        transit,
                        CountryCode.of(destination),
                        exitOffice == null ? null : LocationCode.of(exitOffice),
                        entryOffice == null ? null : LocationCode.of(entryOffice)),
                new Traders(
                        traders.get(Part.EXPORTER),
                        traders.get(Part.IMPORTER),
                        traders.get(Part.CARRIER),
                        traders.get(Part.GENERATOR),
                        traders.get(Part.FACILITY)),
                goods,
                isFinal,
                null,
                illegality,
                null,
                new Transport(TransportMode.SEA, containers, List.of(), vessel, null, null, procedure, expectedArrival),
                null,
                null,
                Map.of());
        return new RecordedEvent(
                EventIds.of(administration, eventId),
                occurredAt.toInstant().plus(recordedAfter),
                "%064x".formatted(event.hashCode() & 0xffffffffL),
                warnings,
                event);
    }
}
