package org.skypatch.registry.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.CustomsStamp;
import org.skypatch.contracts.registry.FormCarrier;
import org.skypatch.contracts.registry.FormDeclaration;
import org.skypatch.contracts.registry.MovementDocument;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.ShipmentFact;
import org.skypatch.contracts.registry.ShipmentState;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.contracts.trade.Volume;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.registry.notification.CodeList;
import org.skypatch.registry.notification.Reported;

/** Reads the announcement of a shipment and what is reported of it. */
@ApplicationScoped
class ShipmentForms {

    private static final int MOST_PACKAGES = 1_000_000;

    private final BusinessClock clock;

    ShipmentForms(BusinessClock clock) {
        this.clock = clock;
    }

    /** What may be reported of a shipment; every report takes only what concerns it. */
    record Report(
            LocalDate on,
            LocalDate startedOn,
            String massKg,
            String volumeM3,
            List<String> carriers,
            List<FormCarrier> carriedBy,
            List<String> packaging,
            Integer packages,
            String specialHandling,
            FormDeclaration declaration,
            String additional,
            String acceptedMassKg,
            String rejectedMassKg,
            String reason,
            FormDeclaration consignee,
            FormDeclaration receipt,
            LocalDate disposalBy,
            String certificate,
            FormDeclaration completion) {}

    /** What a customs office stamps. */
    record Stamp(
            @Schema(
                    required = true,
                    enumeration = {"entry", "exit"})
            String direction,

            @Schema(required = true) String office,
            @Schema(required = true) LocalDate on) {}

    ShipmentFact announcement(NotificationFact notification, int serial, Form form) {
        form.mustEqual("notification", notification.number());
        Integer said = form.whole("serial", 1, 9_999);
        if (said != null && said != serial || serial < 1) {
            form.impossible("serial", "must be the serial in the path, from 1");
        }
        LocalDate plannedOn = form.required("plannedOn", Form::day);
        Mass mass = form.mass("massKg");
        LocalDate announcedOn = form.optional("announcedOn", Form::day);
        List<TraderId> carriers = form.list("carriers", BaselForms.MOST, TraderId::of);
        Blocks blocks = Blocks.of(form);
        if (mass != null && mass.equals(Mass.ZERO)) {
            form.impossible("massKg", "must be more than nothing");
        }
        return form.finish(() -> new ShipmentFact(
                notification.exportCountry(),
                notification.importCountry(),
                notification.number(),
                serial,
                ShipmentState.PRE_ANNOUNCED,
                plannedOn,
                mass,
                announcedOn == null ? today() : announcedOn,
                null,
                null,
                null,
                null,
                null,
                null,
                carriers,
                ShipmentResource.concerned(notification),
                null,
                blocks.on(MovementDocument.BLANK),
                null));
    }

    Reported started(Form form) {
        LocalDate on = form.optional("on", Form::day);
        Mass mass = form.optionalMass("massKg");
        List<TraderId> carriers = form.list("carriers", BaselForms.MOST, TraderId::of);
        Blocks blocks = Blocks.of(form);
        return form.finish(() -> new Reported.Started(on == null ? today() : on, mass, carriers, blocks::on));
    }

    Reported received(Form form) {
        LocalDate on = form.optional("on", Form::day);
        LocalDate startedOn = form.optional("startedOn", Form::day);
        Mass accepted = form.mass("acceptedMassKg");
        Mass rejected = form.has("rejectedMassKg") ? form.mass("rejectedMassKg") : Mass.ZERO;
        String reason = form.words("reason");
        FormDeclaration consignee = BaselForms.declaration(form, "consignee");
        FormDeclaration receipt = BaselForms.declaration(form, "receipt");
        Volume volume = form.optional("volumeM3", Volume::of);
        LocalDate disposalBy = form.optional("disposalBy", Form::day);
        if (rejected != null && !rejected.equals(Mass.ZERO) && reason == null) {
            form.impossible("reason", "must say why it was rejected");
        }
        if (Mass.ZERO.equals(accepted) && Mass.ZERO.equals(rejected)) {
            form.impossible("acceptedMassKg", "something must have come");
        }
        return form.finish(() -> new Reported.Received(
                on == null ? today() : on,
                startedOn,
                accepted,
                rejected,
                document -> new MovementDocument(
                        document.volumeM3(),
                        document.packaging(),
                        document.packages(),
                        document.specialHandling(),
                        document.carriers(),
                        document.declaration(),
                        document.additional(),
                        consignee,
                        receipt,
                        volume,
                        disposalBy,
                        reason,
                        document.completion(),
                        document.stamps())));
    }

    Reported confirmed(Form form) {
        FormDeclaration receipt = BaselForms.declaration(form, "receipt");
        if (receipt == null && !form.has("receipt")) {
            form.impossible("receipt", "must say who confirms the receipt at the facility, and when");
        }
        return form.finish(() -> new Reported.Confirmed(
                receipt,
                document -> new MovementDocument(
                        document.volumeM3(),
                        document.packaging(),
                        document.packages(),
                        document.specialHandling(),
                        document.carriers(),
                        document.declaration(),
                        document.additional(),
                        document.consignee(),
                        receipt,
                        document.receivedVolumeM3(),
                        document.disposalBy(),
                        document.rejectionReason(),
                        document.completion(),
                        document.stamps())));
    }

    Reported disposed(Form form) {
        LocalDate on = form.optional("on", Form::day);
        return form.finish(() -> new Reported.Disposed(on == null ? today() : on));
    }

    Reported completed(Form form) {
        LocalDate on = form.optional("on", Form::day);
        String certificate = form.required("certificate", Form::notBlank);
        FormDeclaration completion = BaselForms.declaration(form, "completion");
        return form.finish(() -> new Reported.Completed(
                on,
                certificate,
                document -> new MovementDocument(
                        document.volumeM3(),
                        document.packaging(),
                        document.packages(),
                        document.specialHandling(),
                        document.carriers(),
                        document.declaration(),
                        document.additional(),
                        document.consignee(),
                        document.receipt(),
                        document.receivedVolumeM3(),
                        document.disposalBy(),
                        document.rejectionReason(),
                        completion,
                        document.stamps())));
    }

    Reported cancelled(Form form) {
        String reason = form.requiredWords("reason");
        return form.finish(() -> new Reported.Cancelled(reason));
    }

    Reported stamped(CountryCode country, Form form) {
        String direction = form.required("direction", Form.oneOf("entry", "exit"));
        String office = form.required("office", Form::notBlank);
        LocalDate on = form.required("on", Form::day);
        return form.finish(() -> new Reported.Stamped(document -> new MovementDocument(
                document.volumeM3(),
                document.packaging(),
                document.packages(),
                document.specialHandling(),
                document.carriers(),
                document.declaration(),
                document.additional(),
                document.consignee(),
                document.receipt(),
                document.receivedVolumeM3(),
                document.disposalBy(),
                document.rejectionReason(),
                document.completion(),
                stamps(document.stamps(), country, direction.equals("entry"), office, on))));
    }

    private static List<CustomsStamp> stamps(
            List<CustomsStamp> before, CountryCode country, boolean isEntry, String office, LocalDate on) {
        List<CustomsStamp> stamps = new ArrayList<>(before);
        CustomsStamp known = before.stream()
                .filter(stamp -> stamp.country().equals(country))
                .findFirst()
                .orElse(new CustomsStamp(country, null, null, null, null));
        stamps.remove(known);
        stamps.add(
                isEntry
                        ? new CustomsStamp(country, office, on, known.exitOffice(), known.leftOn())
                        : new CustomsStamp(country, known.entryOffice(), known.enteredOn(), office, on));
        return stamps;
    }

    /** What the State of export writes on a movement document: blocks 5, 7, 8, 15 and 16. */
    private record Blocks(
            @Nullable Volume volume,
            List<String> packaging,
            @Nullable Integer packages,
            @Nullable String handling,
            List<FormCarrier> carriers,
            @Nullable FormDeclaration declaration,
            @Nullable String additional) {

        static Blocks of(Form form) {
            return new Blocks(
                    form.optional("volumeM3", Volume::of),
                    form.list("packaging", BaselForms.MOST, CodeList.PACKAGING.reading()),
                    form.whole("packages", 1, MOST_PACKAGES),
                    form.words("specialHandling"),
                    BaselForms.carriers(form, "carriedBy"),
                    BaselForms.declaration(form, "declaration"),
                    form.words("additional"));
        }

        /** What is not said stays as it was announced. */
        MovementDocument on(MovementDocument document) {
            return new MovementDocument(
                    volume == null ? document.volumeM3() : volume,
                    packaging.isEmpty() ? document.packaging() : packaging,
                    packages == null ? document.packages() : packages,
                    handling == null ? document.specialHandling() : handling,
                    carriers.isEmpty() ? document.carriers() : carriers,
                    declaration == null ? document.declaration() : declaration,
                    additional == null ? document.additional() : additional,
                    document.consignee(),
                    document.receipt(),
                    document.receivedVolumeM3(),
                    document.disposalBy(),
                    document.rejectionReason(),
                    document.completion(),
                    document.stamps());
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
