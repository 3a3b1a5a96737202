package org.skypatch.registry.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.registry.notification.Sample.JP;
import static org.skypatch.registry.notification.Sample.KR;
import static org.skypatch.registry.notification.Sample.RECEIVED;
import static org.skypatch.registry.notification.Sample.answer;
import static org.skypatch.registry.notification.Sample.become;
import static org.skypatch.registry.notification.Sample.by;
import static org.skypatch.registry.notification.Sample.forwarded;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.registry.DecisionState;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.NotificationState;
import org.skypatch.registry.clock.RunningClock;

class NotificationClocksTest {

    private static final Instant END_OF_MARCH_11 = Instant.parse("2026-03-12T00:00:00Z");
    private static final LimitFact SIXTY_DAYS =
            LimitsFake.limit("basel", "transit-silence", 60, "transit-receipt", "presumed-consent");

    private final NotificationClocks clocks = new NotificationClocks((state, on) -> List.of());

    @Test
    void presumes_on_the_sixtieth_day_from_the_transit_state_s_own_receipt() {
        NotificationFact received = received(forwarded(JP));

        RunningClock silence = named("silence/JP", clocks.clocks("n", received, LimitsFake.in(SIXTY_DAYS)));
        assertThat(silence.dueAt()).isEqualTo(END_OF_MARCH_11);
        NotificationFact presumed = become(clocks.fired(received, silence, END_OF_MARCH_11));

        assertThat(Standing.of(presumed, JP).orElseThrow().on()).isEqualTo("2026-03-11");
        assertThat(clocks.clocks("n", presumed, LimitsFake.in(SIXTY_DAYS)))
                .extracting(RunningClock::name)
                .containsExactly("expiry");
    }

    @Test
    void tells_only_that_it_is_late_where_nothing_was_waived() {
        NotificationFact received = received(forwarded());

        RunningClock late = named("decision/JP", clocks.clocks("n", received, LimitsFake.in(SIXTY_DAYS)));

        assertThat(late.dueAt()).isEqualTo(END_OF_MARCH_11);
        assertThat(late.effect()).isEqualTo("none");
        assertThat(become(clocks.fired(received, late, END_OF_MARCH_11))).isEqualTo(received);
    }

    @Test
    void runs_no_clock_of_a_state_that_has_not_received_it() {
        assertThat(clocks.clocks("n", forwarded(JP), LimitsFake.in(SIXTY_DAYS)))
                .extracting(RunningClock::name)
                .containsExactly("expiry");
    }

    @Test
    void sets_no_limit_to_the_importing_state_s_consent_by_the_convention() {
        NotificationFact received = become(StateAnswers.answer(
                Optional.of(forwarded()), by(KR), answer(KR, DecisionState.ACKNOWLEDGED, RECEIVED)));

        assertThat(clocks.clocks("n", received, LimitsFake.in(SIXTY_DAYS)))
                .extracting(RunningClock::name)
                .containsExactly("expiry");
    }

    @Test
    void sets_the_limit_that_the_importing_state_s_own_law_has() {
        NotificationFact received = become(StateAnswers.answer(
                Optional.of(forwarded()), by(KR), answer(KR, DecisionState.ACKNOWLEDGED, RECEIVED)));

        RunningClock decision = named(
                "decision/KR",
                clocks.clocks("n", received, LimitsFake.in(LimitsFake.limit("KR", "decision", 30, "receipt", "none"))));

        assertThat(decision.dueAt()).isEqualTo("2026-02-10T00:00:00Z");
        assertThat(decision.duty()).extracting(Addressee::country).containsExactly(KR);
    }

    @Test
    void expires_after_the_last_day_of_its_period() {
        NotificationFact active = Sample.active();

        RunningClock expiry = named("expiry", clocks.clocks("n", active, LimitsFake.in()));

        assertThat(expiry.dueAt()).isEqualTo("2027-02-01T00:00:00Z");
        assertThat(become(clocks.fired(active, expiry, expiry.dueAt())).state()).isEqualTo(NotificationState.EXPIRED);
    }

    @Test
    void asks_a_pre_consented_facility_s_state_for_its_decision_sooner() {
        LimitFact usual = LimitsFake.limit("KR", "decision", 30, "acknowledgement-transmitted", "none");
        LimitFact sooner = LimitsFake.working(
                LimitsFake.limit("KR", "pre-consented-decision", 7, "acknowledgement-transmitted", "none"));
        NotificationFact usually = acknowledged(forwarded());
        NotificationFact preConsented = acknowledged(Sample.forwardedToPreConsented());

        assertThat(named("decision/KR", clocks.clocks("n", usually, LimitsFake.in(usual, sooner)))
                        .dueAt())
                .isEqualTo("2026-02-10T00:00:00Z");
        RunningClock seven = named("decision/KR", clocks.clocks("n", preConsented, LimitsFake.in(usual, sooner)));
        assertThat(seven.limit()).isEqualTo("KR/pre-consented-decision");
        // received on a Saturday: the seventh working day is Tuesday, 20 January
        assertThat(seven.dueAt()).isEqualTo("2026-01-21T00:00:00Z");
        assertThat(named("decision/KR", clocks.clocks("n", preConsented, LimitsFake.in(usual)))
                        .limit())
                .as("where no law makes a difference")
                .isEqualTo("KR/decision");
    }

    private static NotificationFact acknowledged(NotificationFact sent) {
        return become(StateAnswers.answer(Optional.of(sent), by(KR), answer(KR, DecisionState.ACKNOWLEDGED, RECEIVED)));
    }

    private static NotificationFact received(NotificationFact sent) {
        return become(StateAnswers.answer(Optional.of(sent), by(JP), answer(JP, DecisionState.ACKNOWLEDGED, RECEIVED)));
    }

    private static RunningClock named(String name, List<RunningClock> clocks) {
        return clocks.stream()
                .filter(clock -> clock.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no clock " + name + " among " + clocks));
    }
}
