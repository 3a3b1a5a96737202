package org.skypatch.registry.notification;

import static org.skypatch.registry.paper.Paper.Words.half;
import static org.skypatch.registry.paper.Paper.Words.wide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.CustomsStamp;
import org.skypatch.contracts.registry.FormContact;
import org.skypatch.contracts.registry.FormDeclaration;
import org.skypatch.contracts.registry.FormGenerator;
import org.skypatch.contracts.registry.MovementDocument;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.NotificationForm;
import org.skypatch.contracts.registry.ShipmentFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.registry.paper.Paper;

/** The movement document for transboundary movements of waste, with the numbers of the international form's blocks 1 to 22. */
public final class MovementPaper {

    private MovementPaper() {}

    /** The document of a shipment as it stands. */
    public static Paper of(NotificationFact notification, ShipmentFact shipment, Names names) {
        MovementDocument document = shipment.document() == null ? MovementDocument.BLANK : shipment.document();
        List<Paper.Part> parts = List.of(
                new Paper.Part(null, who(notification, shipment, document, names)),
                new Paper.Part("The waste", WasteBlocks.of(notification)),
                new Paper.Part("Declarations and receipt", course(shipment, document)),
                new Paper.Part("For use by customs offices", stamps(notification, document)));
        return new Paper(
                "Movement document for transboundary movements/shipments of waste",
                "Notification No. " + notification.number() + ", " + notification.exportCountry() + "; shipment "
                        + shipment.serial() + " of " + notification.shipments() + " — "
                        + shipment.state().label(),
                parts,
                null,
                "Basel Convention, Annex V B. Notification " + notification.exportCountry() + "/"
                        + notification.number() + ", shipment " + shipment.serial());
    }

    private static List<Paper.Block> who(
            NotificationFact notification, ShipmentFact shipment, MovementDocument document, Names names) {
        Optional<NotificationForm> form = Optional.ofNullable(notification.form());
        List<Paper.Block> blocks = new ArrayList<>();
        blocks.add(half("1", "Corresponding to notification No.", notification.number()));
        blocks.add(half("2", "Serial/total number of shipments", shipment.serial() + " / " + notification.shipments()));
        blocks.add(half(
                "3",
                "Exporter – notifier",
                body(
                        form.map(NotificationForm::exporter),
                        notification.exportCountry(),
                        notification.exporter(),
                        names)));
        blocks.add(half(
                "4",
                "Importer – consignee",
                body(
                        form.map(NotificationForm::importer),
                        notification.importCountry(),
                        notification.facility(),
                        names)));
        blocks.add(half("5", "Actual quantity", FormTexts.quantity(shipment.massKg(), document.volumeM3())));
        blocks.add(half(
                "6",
                "Actual date of shipment",
                shipment.startedOn() == null
                        ? "Planned: " + shipment.plannedOn()
                        : shipment.startedOn().toString()));
        List<String> packaging = document.packaging().isEmpty()
                ? form.map(NotificationForm::packaging).orElse(List.of())
                : document.packaging();
        blocks.add(new Paper.Boxes("7", "Packaging", FormTexts.boxes(CodeList.PACKAGING, packaging), Paper.Width.HALF));
        blocks.add(half(
                "7",
                "Number of packages; special handling requirements",
                FormTexts.lines(
                        FormTexts.labelled("Number of packages", document.packages()),
                        FormTexts.labelled("Special handling", document.specialHandling()))));
        blocks.add(FormTexts.carriers(
                "8", "Carriers", document.carriers(), shipment.carriers(), notification.exportCountry(), names));
        blocks.add(wide("9", "Waste generator(s) – producer(s); site of generation", generators(notification, names)));
        blocks.add(wide(
                "10",
                (CodeList.isRecovery(notification.operation()) ? "Recovery" : "Disposal")
                        + " facility; actual site of disposal/recovery",
                FormTexts.lines(
                        body(
                                form.map(NotificationForm::facility),
                                notification.importCountry(),
                                notification.facility(),
                                names),
                        FormTexts.labelled("Actual site", form.map(NotificationForm::actualSite)))));
        return blocks;
    }

    private static String body(Optional<FormContact> contact, CountryCode country, TraderId trader, Names names) {
        return contact.map(FormTexts::contact).orElseGet(() -> FormTexts.trader(country, trader, names));
    }

    private static String generators(NotificationFact notification, Names names) {
        List<FormGenerator> named =
                notification.form() == null ? List.of() : notification.form().generators();
        return named.isEmpty()
                ? FormTexts.lines(notification.generators().stream()
                        .map(generator -> FormTexts.trader(notification.exportCountry(), generator, names))
                        .toArray(String[]::new))
                : FormTexts.lines(named.stream()
                        .map(generator -> FormTexts.lines(
                                FormTexts.contact(generator.contact()), FormTexts.labelled("Site", generator.site())))
                        .toArray(String[]::new));
    }

    private static List<Paper.Block> course(ShipmentFact shipment, MovementDocument document) {
        Mass accepted = shipment.acceptedMassKg();
        Mass rejected = shipment.rejectedMassKg();
        return List.of(
                wide(
                        "15",
                        "Exporter's – notifier's / generator's – producer's declaration: the information is complete and"
                                + " correct, contracts and any required guarantee are in place, all consents were received",
                        signed(document.declaration())),
                wide("16", "For use by any person involved who has to add something", document.additional()),
                wide("17", "Shipment received by importer – consignee (if not facility)", signed(document.consignee())),
                new Paper.Boxes(
                        "18",
                        "Shipment received at facility",
                        List.of(
                                new Paper.Box("Accepted", accepted != null && !accepted.equals(Mass.ZERO)),
                                new Paper.Box("Rejected", rejected != null && !rejected.equals(Mass.ZERO))),
                        Paper.Width.HALF),
                half(
                        "18",
                        "Date and quantity received",
                        FormTexts.lines(
                                FormTexts.labelled("Date of reception", shipment.receivedOn()),
                                FormTexts.labelled("Accepted, kg", accepted),
                                FormTexts.labelled("Rejected, kg", rejected),
                                FormTexts.labelled("m³", document.receivedVolumeM3()),
                                FormTexts.labelled("Why rejected", document.rejectionReason()))),
                half(
                        "18",
                        "Approximate date of disposal/recovery; signature",
                        FormTexts.lines(
                                FormTexts.labelled("Approximate date", document.disposalBy()),
                                signed(document.receipt()))),
                half(
                        "19",
                        "Certificate that the disposal/recovery has been completed",
                        FormTexts.lines(
                                FormTexts.labelled("Completed on", shipment.completedOn()),
                                FormTexts.labelled("Certificate", shipment.certificate()),
                                signed(document.completion()))));
    }

    private static String signed(@Nullable FormDeclaration declaration) {
        return declaration == null ? "" : FormTexts.declaration(declaration);
    }

    private static List<Paper.Block> stamps(NotificationFact notification, MovementDocument document) {
        return List.of(
                half(
                        "20",
                        "Country of export – dispatch or customs office of exit",
                        stamp(document, notification.exportCountry())),
                half(
                        "21",
                        "Country of import – destination or customs office of entry",
                        stamp(document, notification.importCountry())),
                new Paper.Table(
                        "22",
                        "Stamps of customs offices of transit countries",
                        List.of("Country", "Stamps"),
                        notification.transitCountries().stream()
                                .map(country -> List.of(country.value(), stamp(document, country)))
                                .toList()));
    }

    private static String stamp(MovementDocument document, CountryCode country) {
        return document.stamps().stream()
                .filter(stamp -> stamp.country().equals(country))
                .findFirst()
                .map(MovementPaper::words)
                .orElse("");
    }

    private static String words(CustomsStamp stamp) {
        return FormTexts.lines(
                FormTexts.labelled("Entered on", stamp.enteredOn()),
                FormTexts.labelled("at", stamp.entryOffice()),
                FormTexts.labelled("Left on", stamp.leftOn()),
                FormTexts.labelled("from", stamp.exitOffice()));
    }
}
