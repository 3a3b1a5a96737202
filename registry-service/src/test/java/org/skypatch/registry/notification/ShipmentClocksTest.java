package org.skypatch.registry.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.registry.notification.Sample.KR;
import static org.skypatch.registry.notification.Sample.PH;
import static org.skypatch.registry.notification.Sample.active;
import static org.skypatch.registry.notification.Sample.become;
import static org.skypatch.registry.notification.Sample.by;
import static org.skypatch.registry.notification.Sample.shipment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.finding.Sentences;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.ShipmentFact;
import org.skypatch.registry.authority.Unions;
import org.skypatch.registry.clock.RunningClock;

/** The clocks that a shipment's own states start and stop, and whether it was announced in time. */
class ShipmentClocksTest {

    private static final LimitFact CONFIRMED =
            LimitsFake.working(LimitsFake.limit("EU", "receipt", 2, "waste-received", "none"));
    private static final LimitFact CERTIFIED = LimitsFake.limit("EU", "certificate", 30, "disposal-completed", "none");
    private static final LimitFact A_YEAR = LimitsFake.limit("EU", "disposal", 365, "waste-received", "none");
    private static final LimitFact BEFORE = LimitsFake.announcement("EU", 3, "2007-07-12", "2026-05-20");
    private static final LimitFact SINCE = LimitsFake.announcement("EU", 2, "2026-05-21", null);

    private final Unions koreaInUnion = (state, on) -> state.equals(KR) ? List.of("EU") : List.of();
    private final ShipmentClocks clocks = new ShipmentClocks(koreaInUnion);
    private final NotificationFact notification = active();

    @Test
    void waits_for_the_facility_to_confirm_what_was_received_and_to_certify_its_disposal() {
        ShipmentFact received = after(shipment(1, "20000"), ShipmentDecisionsTest.received("19000", "1000"));

        List<RunningClock> running = running(received);

        assertThat(running).extracting(RunningClock::name).containsExactly("receipt/KR", "disposal/KR");
        // received on Thursday, 12 February: two working days end with Monday
        assertThat(running.getFirst().dueAt()).isEqualTo("2026-02-17T00:00:00Z");
        assertThat(running.getFirst().task()).isEqualTo("shipment-to-confirm");
        assertThat(running.getLast().dueAt()).isEqualTo("2027-02-13T00:00:00Z");
        assertThat(become(clocks.fired(received, running.getFirst(), Instant.parse("2026-02-17T00:00:00Z"))))
                .isEqualTo(received);
    }

    @Test
    void stops_waiting_when_the_facility_has_signed() {
        ShipmentFact received = after(shipment(1, "20000"), ShipmentDecisionsTest.received("20000", "0"));

        assertThat(running(after(received, ShipmentDecisionsTest.confirmed())))
                .extracting(RunningClock::name)
                .containsExactly("disposal/KR");
    }

    @Test
    void counts_the_certificate_from_the_disposal_and_from_the_receipt_until_it_is_there() {
        ShipmentFact disposed = after(
                shipment(1, "20000"),
                ShipmentDecisionsTest.received("20000", "0"),
                ShipmentDecisionsTest.confirmed(),
                new Reported.Disposed(LocalDate.parse("2026-03-01")));

        List<RunningClock> running = running(disposed);

        assertThat(running).extracting(RunningClock::name).containsExactly("certificate/KR", "disposal/KR");
        assertThat(running.getFirst().startedAt()).isEqualTo("2026-03-01T10:30:00Z");
        assertThat(running.getFirst().dueAt()).isEqualTo("2026-04-01T00:00:00Z");
        assertThat(running(after(disposed, new Reported.Completed(null, "C-1", UnaryOperator.identity()))))
                .isEmpty();
    }

    @Test
    void runs_nothing_for_what_was_rejected_as_a_whole() {
        assertThat(running(after(shipment(1, "20000"), ShipmentDecisionsTest.received("0", "20000"))))
                .isEmpty();
    }

    @Test
    void runs_one_law_that_binds_both_states_once() {
        ShipmentFact received = after(shipment(1, "20000"), ShipmentDecisionsTest.received("20000", "0"));
        ShipmentClocks bothInUnion = new ShipmentClocks((state, on) -> List.of("EU"));

        assertThat(bothInUnion.clocks("s", received, LimitsFake.in(CONFIRMED)))
                .extracting(RunningClock::name)
                .containsExactly("receipt/KR");
        LimitFact exporters = LimitsFake.limit("PH", "receipt", 9, "waste-received", "none");
        assertThat(clocks.clocks("s", received, LimitsFake.in(CONFIRMED, exporters)))
                .extracting(RunningClock::name)
                .containsExactly("receipt/KR", "receipt/PH");
    }

    @ParameterizedTest
    @CsvSource({
        // Thursday, 21 May 2026 is the first day of the new law: two working days before it is Tuesday
        "2026-05-21, 2026-05-19, ,           ",
        "2026-05-21, 2026-05-20, 2026-05-19, law of EU from 2026-05-21",
        "2026-05-20, 2026-05-15, ,           ",
        "2026-05-20, 2026-05-16, 2026-05-15, law of EU from 2007-07-12",
        // over a weekend
        "2026-06-01, 2026-05-28, ,           ",
        "2026-06-01, 2026-05-31, 2026-05-28, law of EU from 2026-05-21",
        // after the start
        "2026-06-01, 2026-06-03, 2026-05-28, law of EU from 2026-05-21",
    })
    void shows_an_announcement_as_late_by_the_law_of_the_day_of_the_start(
            LocalDate plannedOn, LocalDate announcedOn, LocalDate lastDay, String basis) {
        ShipmentFact judged = judged(Sample.announced(shipment(1, "20000"), plannedOn, announcedOn));

        if (lastDay == null) {
            assertThat(judged.announcedLate()).isNull();
            assertThat(clocks.clocks("s", judged, LimitsFake.in(BEFORE, SINCE))).isEmpty();
        } else {
            assertThat(judged.announcedLate().limit()).isEqualTo("EU/announcement");
            assertThat(judged.announcedLate().lastDay()).isEqualTo(lastDay);
            assertThat(judged.announcedLate().legalBasis()).isEqualTo(basis);
            assertThat(judged.announcedLate().states()).containsExactly(KR);
        }
    }

    @Test
    void makes_a_late_announcement_a_task_of_the_states_concerned_until_it_starts() {
        ShipmentFact late = judged(
                Sample.announced(shipment(1, "20000"), LocalDate.parse("2026-06-01"), LocalDate.parse("2026-05-31")));

        RunningClock clock =
                clocks.clocks("s", late, LimitsFake.in(BEFORE, SINCE)).getFirst();

        assertThat(clock.task()).isEqualTo("shipment-announced-late");
        assertThat(clock.duty()).extracting(Addressee::country).containsExactly(PH, KR);
        assertThat(clock.dueAt()).isEqualTo("2026-06-02T00:00:00Z");
        assertThat(Sentences.say(clock.sentence(), Locale.ENGLISH, new Sight.OfCountry(KR)))
                .isEqualTo(
                        "Shipment 1 under notification PH 0000 000012 of PH, planned for 2026-06-01, was announced on"
                                + " 2026-05-31: it should have been by 2026-05-28 (law of EU from 2026-05-21).");
        assertThat(clocks.clocks("s", after(late, ShipmentDecisionsTest.started()), LimitsFake.in(BEFORE, SINCE)))
                .isEmpty();
    }

    @Test
    void judges_again_by_the_day_on_which_it_really_started_and_by_no_later_law() {
        AnnouncementTiming timing = timing(BEFORE, SINCE);
        ShipmentFact inTime = judged(
                Sample.announced(shipment(1, "20000"), LocalDate.parse("2026-06-01"), LocalDate.parse("2026-05-28")));
        ShipmentFact early = timing.judged(
                Optional.of(inTime),
                after(
                        inTime,
                        new Reported.Started(
                                LocalDate.parse("2026-05-29"), null, List.of(), UnaryOperator.identity())));
        AnnouncementTiming stricter = timing(LimitsFake.announcement("EU", 30, "2000-01-01", null));

        assertThat(inTime.announcedLate()).isNull();
        assertThat(early.announcedLate().lastDay()).isEqualTo("2026-05-27");
        assertThat(stricter.judged(Optional.of(inTime), inTime).announcedLate())
                .as("what was in time stays so when the law changes")
                .isNull();
    }

    private ShipmentFact judged(ShipmentFact shipment) {
        return timing(BEFORE, SINCE).judged(Optional.empty(), shipment);
    }

    private AnnouncementTiming timing(LimitFact... limits) {
        return new AnnouncementTiming(LimitsFake.in(limits), koreaInUnion);
    }

    private List<RunningClock> running(ShipmentFact shipment) {
        return clocks.clocks("s", shipment, LimitsFake.in(CONFIRMED, CERTIFIED, A_YEAR));
    }

    private ShipmentFact after(ShipmentFact shipment, Reported... reports) {
        ShipmentFact now = shipment;
        for (Reported report : reports) {
            now = become(ShipmentDecisions.report(
                    Optional.of(now), notification, report, by(report instanceof Reported.Started ? PH : KR)));
        }
        return now;
    }
}
