package org.skypatch.registry.notification;

import static org.skypatch.registry.paper.Paper.Words.half;
import static org.skypatch.registry.paper.Paper.Words.wide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.FormContact;
import org.skypatch.contracts.registry.FormCountry;
import org.skypatch.contracts.registry.FormDeclaration;
import org.skypatch.contracts.registry.FormGenerator;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.NotificationForm;
import org.skypatch.contracts.registry.StateDecision;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.registry.paper.Paper;

/** The notification document for transboundary movements of waste, with the numbers of the international form's blocks 1 to 21. */
public final class NotificationPaper {

    private NotificationPaper() {}

    /** The document of a notification as it stands. */
    public static Paper of(NotificationFact notification, Names names) {
        Optional<NotificationForm> form = Optional.ofNullable(notification.form());
        List<Paper.Part> parts = List.of(
                new Paper.Part(null, who(notification, form, names)),
                new Paper.Part("The waste", WasteBlocks.of(notification)),
                new Paper.Part("The way", way(notification, form)),
                new Paper.Part("For use by competent authorities", decisions(notification)));
        return new Paper(
                "Notification document for transboundary movements/shipments of waste",
                "No. " + notification.number() + ", " + notification.exportCountry() + " — "
                        + notification.state().label(),
                parts,
                null,
                "Basel Convention, Annex V A. Notification " + notification.exportCountry() + "/"
                        + notification.number());
    }

    private static List<Paper.Block> who(NotificationFact notification, Optional<NotificationForm> form, Names names) {
        List<Paper.Block> blocks = new ArrayList<>();
        blocks.add(half(
                "1",
                "Exporter – notifier",
                body(
                        form.map(NotificationForm::exporter).orElse(null),
                        notification.exportCountry(),
                        notification.exporter(),
                        names)));
        blocks.add(half(
                "2",
                "Importer – consignee",
                form.map(NotificationForm::importer)
                        .map(FormTexts::contact)
                        .orElseGet(
                                () -> FormTexts.trader(notification.importCountry(), notification.facility(), names))));
        blocks.add(half("3", "Notification No.", notification.number()));
        blocks.add(new Paper.Boxes(
                "3",
                "Notification concerning",
                List.of(
                        new Paper.Box(
                                "A(i) Individual shipment", notification.kind().equals("single")),
                        new Paper.Box(
                                "A(ii) Multiple shipments", notification.kind().equals("general")),
                        new Paper.Box("B(i) Disposal", !CodeList.isRecovery(notification.operation())),
                        new Paper.Box("B(ii) Recovery", CodeList.isRecovery(notification.operation())),
                        new Paper.Box("C Pre-consented recovery facility: yes", notification.preConsented()),
                        new Paper.Box("C no", !notification.preConsented())),
                Paper.Width.HALF));
        blocks.add(half("4", "Total intended number of shipments", Integer.toString(notification.shipments())));
        blocks.add(half(
                "5",
                "Total intended quantity",
                FormTexts.quantity(
                        notification.totalMassKg(),
                        form.map(NotificationForm::volumeM3).orElse(null))));
        blocks.add(half(
                "6",
                "Intended period of time for shipment(s)",
                "First departure: " + notification.periodFrom() + "\nLast departure: " + notification.periodUntil()));
        blocks.add(new Paper.Boxes(
                "7",
                "Packaging type(s)" + FormTexts.specified(form.map(NotificationForm::packagingWords)),
                FormTexts.boxes(
                        CodeList.PACKAGING,
                        form.map(NotificationForm::packaging).orElse(List.of())),
                Paper.Width.HALF));
        blocks.add(wide(
                "7",
                "Special handling requirements",
                form.map(NotificationForm::specialHandling).map("Yes: "::concat).orElse("No")));
        blocks.add(FormTexts.carriers(
                "8",
                "Intended carrier(s)",
                form.map(NotificationForm::carriers).orElse(List.of()),
                notification.carriers(),
                notification.exportCountry(),
                names));
        blocks.add(generators(notification, form, names));
        blocks.add(half(
                "10",
                (CodeList.isRecovery(notification.operation()) ? "Recovery" : "Disposal") + " facility",
                body(
                        form.map(NotificationForm::facility).orElse(null),
                        notification.importCountry(),
                        notification.facility(),
                        names)));
        blocks.add(half(
                "10",
                "Actual site of disposal/recovery",
                form.map(NotificationForm::actualSite).orElse(null)));
        return blocks;
    }

    private static String body(@Nullable FormContact contact, CountryCode country, TraderId trader, Names names) {
        return contact == null ? FormTexts.trader(country, trader, names) : FormTexts.contact(contact);
    }

    private static Paper.Block generators(NotificationFact notification, Optional<NotificationForm> form, Names names) {
        List<FormGenerator> named = form.map(NotificationForm::generators).orElse(List.of());
        List<List<String>> rows = named.isEmpty()
                ? notification.generators().stream()
                        .map(generator ->
                                List.of(FormTexts.trader(notification.exportCountry(), generator, names), "", ""))
                        .toList()
                : named.stream()
                        .map(generator -> List.of(
                                FormTexts.contact(generator.contact()),
                                FormTexts.orBlank(generator.site()),
                                FormTexts.orBlank(generator.process())))
                        .toList();
        return new Paper.Table(
                "9", "Waste generator(s) – producer(s)", List.of("Who", "Site of generation", "Process"), rows);
    }

    private static List<Paper.Block> way(NotificationFact notification, Optional<NotificationForm> form) {
        List<Paper.Block> blocks = new ArrayList<>();
        List<FormCountry> said = form.map(NotificationForm::countries).orElse(List.of());
        List<CountryCode> journey = new ArrayList<>();
        journey.add(notification.exportCountry());
        journey.addAll(notification.transitCountries());
        journey.add(notification.importCountry());
        blocks.add(new Paper.Table(
                "15",
                "(a) Countries/States concerned, (b) code no. of competent authorities, (c) points of entry and exit",
                List.of("Role", "(a) Country", "(b) Authority", "(c) Entry", "(c) Exit"),
                journey.stream()
                        .map(country -> crossing(notification, country, said))
                        .toList()));
        blocks.add(wide(
                "16",
                "Customs offices of entry and/or exit and/or export",
                FormTexts.lines(
                        FormTexts.labelled("Entry", form.map(NotificationForm::entryOffice)),
                        FormTexts.labelled("Exit", form.map(NotificationForm::exitOffice)),
                        FormTexts.labelled("Export", form.map(NotificationForm::exportOffice)),
                        notification.offices().isEmpty()
                                ? ""
                                : "Offices: "
                                        + String.join(
                                                ", ",
                                                notification.offices().stream()
                                                        .map(Object::toString)
                                                        .toList()))));
        List<FormDeclaration> signed = form.map(NotificationForm::declarations).orElse(List.of());
        blocks.add(wide(
                "17",
                "Exporter's – notifier's / generator's – producer's declaration: the information is complete and correct,"
                        + " contracts are in place, insurance or another guarantee covers the movement where required",
                FormTexts.lines(signed.stream().map(FormTexts::declaration).toArray(String[]::new))));
        blocks.add(half(
                "17",
                "Contract (Article 6(3)(b))",
                FormTexts.lines(
                        FormTexts.orBlank(notification.contract()),
                        FormTexts.labelled(
                                "Confirmed by the State of import on", notification.contractConfirmedOn()))));
        blocks.add(half(
                "17",
                "Guarantee (Article 6(11))",
                FormTexts.lines(
                        notification.guaranteeRequired() ? "Required" : "Not required",
                        FormTexts.orBlank(notification.guarantee()),
                        FormTexts.labelled("Confirmed on", notification.guaranteeConfirmedOn()))));
        blocks.add(half(
                "18",
                "Number of annexes attached",
                form.map(NotificationForm::annexes).map(Object::toString).orElse(null)));
        return blocks;
    }

    private static List<String> crossing(NotificationFact notification, CountryCode country, List<FormCountry> said) {
        Optional<FormCountry> crossing =
                said.stream().filter(part -> part.country().equals(country)).findFirst();
        String role = country.equals(notification.exportCountry())
                ? "Export – dispatch"
                : country.equals(notification.importCountry()) ? "Import – destination" : "Transit";
        return List.of(
                role,
                country.value(),
                crossing.map(FormCountry::authorityCode).orElse(""),
                crossing.map(FormCountry::entry).orElse(""),
                crossing.map(FormCountry::exit).orElse(""));
    }

    private static List<Paper.Block> decisions(NotificationFact notification) {
        return List.of(
                table(
                        "19",
                        "Acknowledgement of receipt",
                        notification,
                        List.of("Received on", "Authority"),
                        decision -> List.of(day(decision.receivedOn()), FormTexts.orBlank(decision.authority()))),
                table(
                        "20",
                        "Written consent to the movement",
                        notification,
                        List.of("Decision", "On", "Valid from", "Valid until", "Specific conditions"),
                        decision -> List.of(
                                decision.withdrawnOn() == null
                                        ? decision.decision().label()
                                        : decision.decision().label() + ", withdrawn on " + decision.withdrawnOn(),
                                day(decision.on()),
                                day(decision.validFrom()),
                                day(decision.validUntil()),
                                decision.conditions().isEmpty() ? "No" : "Yes, see block 21")),
                table(
                        "21",
                        "Specific conditions on consenting, or reasons for objecting",
                        notification,
                        List.of("Words"),
                        decision -> List.of(FormTexts.lines(
                                String.join("\n", decision.conditions()), FormTexts.orBlank(decision.reason())))));
    }

    private static Paper.Table table(
            String number,
            String label,
            NotificationFact notification,
            List<String> columns,
            Function<StateDecision, List<String>> row) {
        List<String> all = new ArrayList<>(List.of("State", "As"));
        all.addAll(columns);
        return new Paper.Table(
                number,
                label,
                all,
                notification.decisions().stream()
                        .map(decision -> {
                            List<String> cells =
                                    new ArrayList<>(List.of(decision.country().value(), decision.role()));
                            cells.addAll(row.apply(decision));
                            return cells;
                        })
                        .toList());
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
