package org.skypatch.registry.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.DecisionState;
import org.skypatch.contracts.registry.FormDeclaration;
import org.skypatch.contracts.registry.MovementDocument;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.NotificationState;
import org.skypatch.contracts.registry.ShipmentFact;
import org.skypatch.contracts.registry.ShipmentState;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.contracts.trade.WasteCode;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Refusal;

/** A notification of spent batteries from the Philippines through Japan to Korea, and those who act on it. */
final class Sample {

    static final CountryCode PH = CountryCode.of("PH");
    static final CountryCode JP = CountryCode.of("JP");
    static final CountryCode KR = CountryCode.of("KR");
    static final LocalDate RECEIVED = LocalDate.parse("2026-01-10");

    private Sample() {}

    static Act by(CountryCode country) {
        return new Act(new AdministrationId(country + "-ca"), country, Instant.parse("2026-01-15T08:00:00Z"));
    }

    static NotificationFact draft() {
        return draft(false);
    }

    private static NotificationFact draft(boolean preConsented) {
        return new NotificationFact(
                "PH 0000 000012",
                NotificationState.DRAFT,
                "general",
                TraderId.of("PH-1"),
                TraderId.of("KR-1"),
                List.of(),
                List.of(),
                PH,
                KR,
                List.of(JP),
                List.of(WasteCode.of("A1160")),
                "R4",
                kg("60000"),
                3,
                LocalDate.parse("2026-02-01"),
                LocalDate.parse("2027-01-31"),
                preConsented,
                null,
                "LBR-YSL-2026-1",
                null,
                false,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null);
    }

    static Forwarding law(CountryCode... waiving) {
        return new Forwarding(Set.of(waiving), null, true);
    }

    static NotificationFact forwarded(CountryCode... waiving) {
        return forwarded(draft(), waiving);
    }

    /** To a facility that is pre-consented. */
    static NotificationFact forwardedToPreConsented() {
        return forwarded(draft(true));
    }

    private static NotificationFact forwarded(NotificationFact draft, CountryCode... waiving) {
        NotificationFact submitted = become(NotificationDecisions.submit(Optional.of(draft), by(PH)));
        return become(NotificationDecisions.forward(Optional.of(submitted), by(PH), law(waiving)));
    }

    static NotificationFact active() {
        NotificationFact one = become(
                StateAnswers.answer(Optional.of(forwarded()), by(KR), answer(KR, DecisionState.CONSENTED, null)));
        return become(StateAnswers.answer(Optional.of(one), by(JP), answer(JP, DecisionState.CONSENTED, null)));
    }

    static Answer answer(CountryCode country, DecisionState decision, @Nullable LocalDate receivedOn) {
        return new Answer(country, decision, null, receivedOn, null, null, List.of(), null, null, true, "words");
    }

    static ShipmentFact shipment(int serial, String mass) {
        return new ShipmentFact(
                PH,
                KR,
                "PH 0000 000012",
                serial,
                ShipmentState.PRE_ANNOUNCED,
                LocalDate.parse("2026-02-10"),
                kg(mass),
                LocalDate.parse("2026-02-01"),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(JP, KR, PH),
                null,
                null,
                null);
    }

    static ShipmentFact announced(ShipmentFact shipment, LocalDate plannedOn, LocalDate announcedOn) {
        return new ShipmentFact(
                shipment.exportCountry(),
                shipment.importCountry(),
                shipment.notification(),
                shipment.serial(),
                shipment.state(),
                plannedOn,
                shipment.massKg(),
                announcedOn,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                shipment.concerned(),
                null,
                null,
                null);
    }

    /** The movement document with the facility's signature in block 18. */
    static MovementDocument signed(MovementDocument document, FormDeclaration receipt) {
        return new MovementDocument(
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
                document.stamps());
    }

    static Mass kg(String kilograms) {
        return Mass.ofKilograms(kilograms);
    }

    static <F> F become(Decision<F> decision) {
        return switch (decision) {
            case Decision.Become<F>(F fact) -> fact;
            case Decision.Refuse<F>(Refusal refusal) -> throw new AssertionError("refused: " + refusal);
        };
    }

    static Refusal refusal(Decision<?> decision) {
        return switch (decision) {
            case Decision.Become<?>(Object fact) -> throw new AssertionError("became: " + fact);
            case Decision.Refuse<?>(Refusal refusal) -> refusal;
        };
    }
}
