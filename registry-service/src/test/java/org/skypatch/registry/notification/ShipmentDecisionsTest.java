package org.skypatch.registry.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.registry.notification.Sample.KR;
import static org.skypatch.registry.notification.Sample.PH;
import static org.skypatch.registry.notification.Sample.active;
import static org.skypatch.registry.notification.Sample.become;
import static org.skypatch.registry.notification.Sample.by;
import static org.skypatch.registry.notification.Sample.kg;
import static org.skypatch.registry.notification.Sample.refusal;
import static org.skypatch.registry.notification.Sample.shipment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.registry.FormDeclaration;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.ShipmentFact;
import org.skypatch.contracts.registry.ShipmentState;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Refusal;

class ShipmentDecisionsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-02-12");

    @Test
    void announces_within_what_was_consented() {
        assertThat(announce(active(), List.of(shipment(1, "20000")), shipment(2, "40000")))
                .isInstanceOf(Decision.Become.class);
    }

    @Test
    void refuses_more_mass_than_is_left_and_says_what_is_left() {
        Refusal refusal =
                refusal(announce(active(), List.of(shipment(1, "20000"), shipment(2, "20000")), shipment(3, "26000")));

        assertThat(refusal)
                .isEqualTo(new Refusal.Beyond("26000 kg are more than the 20000 kg left. Left: 20000 of 60000 kg and"
                        + " 1 of 3 shipments, from 2026-02-01 until 2027-01-31"));
    }

    @Test
    void gives_back_what_a_cancelled_shipment_had_taken() {
        ShipmentFact cancelled = become(ShipmentDecisions.report(
                Optional.of(shipment(1, "50000")), active(), new Reported.Cancelled("no vessel"), by(PH)));

        assertThat(announce(active(), List.of(cancelled), shipment(2, "60000"))).isInstanceOf(Decision.Become.class);
    }

    @Test
    void refuses_more_shipments_than_were_consented() {
        List<ShipmentFact> three = List.of(shipment(1, "1"), shipment(2, "1"), shipment(3, "1"));

        assertThat(refusal(announce(active(), three, shipment(4, "1"))).toString())
                .contains("no shipment is left");
    }

    @Test
    void refuses_a_day_outside_the_period() {
        NotificationFact notification = active();
        ShipmentFact late = planned(shipment(1, "1"), LocalDate.parse("2027-02-01"));

        assertThat(refusal(announce(notification, List.of(), late)).toString())
                .contains("2027-02-01 is outside 2026-02-01 to 2027-01-31");
    }

    @Test
    void refuses_anything_while_the_notification_is_suspended() {
        NotificationFact suspended =
                become(NotificationDecisions.suspend(Optional.of(active()), by(KR), "an accident"));

        assertThat(refusal(announce(suspended, List.of(), shipment(1, "1"))).toString())
                .contains("the notification is suspended");
        assertThat(refusal(ShipmentDecisions.report(Optional.of(shipment(1, "1")), suspended, started(), by(PH))))
                .isInstanceOf(Refusal.Beyond.class);
    }

    @Test
    void takes_the_facility_s_receipt_even_if_nobody_reported_the_start() {
        ShipmentFact received = become(ShipmentDecisions.report(
                Optional.of(shipment(1, "20000")), active(), received("19000", "1000"), by(KR)));

        assertThat(received.state()).isEqualTo(ShipmentState.PART_REJECTED);
        assertThat(received.startedOn()).isEqualTo("2026-02-10");
        assertThat(received.acceptedMassKg()).isEqualTo(kg("19000"));
    }

    @Test
    void completes_only_what_was_received() {
        ShipmentFact rejected = become(
                ShipmentDecisions.report(Optional.of(shipment(1, "20000")), active(), received("0", "20000"), by(KR)));

        assertThat(refusal(ShipmentDecisions.report(Optional.of(rejected), active(), completed(), by(KR))))
                .isEqualTo(new Refusal.NotFromThisState("rejected", List.of()));
    }

    @Test
    void certifies_nothing_before_it_was_received() {
        ShipmentFact received = become(
                ShipmentDecisions.report(Optional.of(shipment(1, "20000")), active(), received("20000", "0"), by(KR)));
        Reported early = new Reported.Completed(DAY.minusDays(1), "C-1", UnaryOperator.identity());

        assertThat(refusal(ShipmentDecisions.report(Optional.of(received), active(), early, by(KR))))
                .isInstanceOf(Refusal.FixedField.class);
    }

    @Test
    void keeps_the_day_of_a_disposal_whose_certificate_follows() {
        ShipmentFact received = become(
                ShipmentDecisions.report(Optional.of(shipment(1, "20000")), active(), received("20000", "0"), by(KR)));

        ShipmentFact disposed = become(ShipmentDecisions.report(
                Optional.of(received), active(), new Reported.Disposed(DAY.plusDays(5)), by(KR)));
        ShipmentFact certified = become(ShipmentDecisions.report(
                Optional.of(disposed),
                active(),
                new Reported.Completed(null, "C-1", UnaryOperator.identity()),
                by(KR)));

        assertThat(disposed.state()).isEqualTo(ShipmentState.RECEIVED);
        assertThat(certified.state()).isEqualTo(ShipmentState.COMPLETED);
        assertThat(certified.completedOn()).isEqualTo(DAY.plusDays(5));
    }

    @Test
    void confirms_and_disposes_of_only_what_the_import_state_has_received() {
        ShipmentFact announced = shipment(1, "20000");
        ShipmentFact received =
                become(ShipmentDecisions.report(Optional.of(announced), active(), received("20000", "0"), by(KR)));

        for (Reported report : List.of(confirmed(), new Reported.Disposed(DAY))) {
            assertThat(refusal(ShipmentDecisions.report(Optional.of(announced), active(), report, by(KR))))
                    .isInstanceOf(Refusal.NotFromThisState.class);
            assertThat(refusal(ShipmentDecisions.report(Optional.of(received), active(), report, by(PH))))
                    .isInstanceOf(Refusal.NotYours.class);
        }
        assertThat(refusal(ShipmentDecisions.report(
                        Optional.of(received), active(), new Reported.Disposed(DAY.minusDays(1)), by(KR))))
                .isInstanceOf(Refusal.FixedField.class);
        assertThat(become(ShipmentDecisions.report(Optional.of(received), active(), confirmed(), by(KR)))
                        .document()
                        .receipt()
                        .name())
                .isEqualTo("Kim");
    }

    private static Decision<ShipmentFact> announce(
            NotificationFact notification, List<ShipmentFact> others, ShipmentFact shipment) {
        return ShipmentDecisions.announce(Optional.empty(), notification, others, shipment, by(PH));
    }

    static Reported started() {
        return new Reported.Started(LocalDate.parse("2026-02-10"), null, List.of(), UnaryOperator.identity());
    }

    static Reported received(String accepted, String rejected) {
        return new Reported.Received(
                DAY, LocalDate.parse("2026-02-10"), kg(accepted), kg(rejected), UnaryOperator.identity());
    }

    static Reported confirmed() {
        FormDeclaration receipt = new FormDeclaration("facility", "Kim", DAY);
        return new Reported.Confirmed(receipt, document -> Sample.signed(document, receipt));
    }

    static Reported completed() {
        return new Reported.Completed(DAY.plusDays(9), "C-1", UnaryOperator.identity());
    }

    private static ShipmentFact planned(ShipmentFact shipment, LocalDate on) {
        return new ShipmentFact(
                shipment.exportCountry(),
                shipment.importCountry(),
                shipment.notification(),
                shipment.serial(),
                shipment.state(),
                on,
                shipment.massKg(),
                shipment.announcedOn(),
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
}
