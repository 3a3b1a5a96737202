package org.skypatch.registry.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.registry.notification.Sample.JP;
import static org.skypatch.registry.notification.Sample.KR;
import static org.skypatch.registry.notification.Sample.RECEIVED;
import static org.skypatch.registry.notification.Sample.answer;
import static org.skypatch.registry.notification.Sample.become;
import static org.skypatch.registry.notification.Sample.by;
import static org.skypatch.registry.notification.Sample.forwarded;
import static org.skypatch.registry.notification.Sample.shipment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.registry.DecisionState;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.NotificationState;
import org.skypatch.contracts.registry.ShipmentFact;
import org.skypatch.registry.clock.DueDates;
import org.skypatch.registry.clock.Limits;
import org.skypatch.registry.clock.RunningClock;

class NotificationClocksTest {

    private static final Instant END_OF_MARCH_11 = Instant.parse("2026-03-12T00:00:00Z");
    private static final LimitFact SIXTY_DAYS =
            limit("basel", "transit-silence", 60, "transit-receipt", "presumed-consent");

    private final NotificationClocks clocks = new NotificationClocks((state, on) -> List.of());

    @Test
    void presumes_on_the_sixtieth_day_from_the_transit_state_s_own_receipt() {
        NotificationFact received = received(forwarded(JP));

        RunningClock silence = named("silence/JP", clocks.clocks("n", received, in(SIXTY_DAYS)));
        assertThat(silence.dueAt()).isEqualTo(END_OF_MARCH_11);
        NotificationFact presumed = become(clocks.fired(received, silence, END_OF_MARCH_11));

        assertThat(Standing.of(presumed, JP).orElseThrow().on()).isEqualTo("2026-03-11");
        assertThat(clocks.clocks("n", presumed, in(SIXTY_DAYS)))
                .extracting(RunningClock::name)
                .containsExactly("expiry");
    }

    @Test
    void tells_only_that_it_is_late_where_nothing_was_waived() {
        NotificationFact received = received(forwarded());

        RunningClock late = named("decision/JP", clocks.clocks("n", received, in(SIXTY_DAYS)));

        assertThat(late.dueAt()).isEqualTo(END_OF_MARCH_11);
        assertThat(late.effect()).isEqualTo("none");
        assertThat(become(clocks.fired(received, late, END_OF_MARCH_11))).isEqualTo(received);
    }

    @Test
    void runs_no_clock_of_a_state_that_has_not_received_it() {
        assertThat(clocks.clocks("n", forwarded(JP), in(SIXTY_DAYS)))
                .extracting(RunningClock::name)
                .containsExactly("expiry");
    }

    @Test
    void sets_no_limit_to_the_importing_state_s_consent_by_the_convention() {
        NotificationFact received = become(StateAnswers.answer(
                Optional.of(forwarded()), by(KR), answer(KR, DecisionState.ACKNOWLEDGED, RECEIVED)));

        assertThat(clocks.clocks("n", received, in(SIXTY_DAYS)))
                .extracting(RunningClock::name)
                .containsExactly("expiry");
    }

    @Test
    void sets_the_limit_that_the_importing_state_s_own_law_has() {
        NotificationFact received = become(StateAnswers.answer(
                Optional.of(forwarded()), by(KR), answer(KR, DecisionState.ACKNOWLEDGED, RECEIVED)));

        RunningClock decision =
                named("decision/KR", clocks.clocks("n", received, in(limit("KR", "decision", 30, "receipt", "none"))));

        assertThat(decision.dueAt()).isEqualTo("2026-02-10T00:00:00Z");
        assertThat(decision.duty()).extracting(Addressee::country).containsExactly(KR);
    }

    @Test
    void expires_after_the_last_day_of_its_period() {
        NotificationFact active = Sample.active();

        RunningClock expiry = named("expiry", clocks.clocks("n", active, in()));

        assertThat(expiry.dueAt()).isEqualTo("2027-02-01T00:00:00Z");
        assertThat(become(clocks.fired(active, expiry, expiry.dueAt())).state()).isEqualTo(NotificationState.EXPIRED);
    }

    @Test
    void waits_for_the_certificate_as_long_as_a_union_of_the_facility_s_state_allows() {
        ShipmentFact received = become(ShipmentDecisions.report(
                Optional.of(shipment(1, "20000")),
                Sample.active(),
                new Reported.Received(
                        LocalDate.parse("2026-02-12"),
                        LocalDate.parse("2026-02-10"),
                        Sample.kg("20000"),
                        Sample.kg("0"),
                        UnaryOperator.identity()),
                by(KR)));
        ShipmentClocks inUnion = new ShipmentClocks((state, on) -> state.equals(KR) ? List.of("EU") : List.of());

        List<RunningClock> running =
                inUnion.clocks("s", received, in(limit("EU", "disposal", 365, "waste-received", "none")));

        assertThat(running).singleElement().satisfies(clock -> {
            assertThat(clock.name()).isEqualTo("disposal/KR");
            assertThat(clock.dueAt()).isEqualTo("2027-02-13T00:00:00Z");
        });
        assertThat(become(inUnion.fired(received, running.getFirst(), Instant.parse("2027-02-13T00:00:00Z"))))
                .isEqualTo(received);
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

    private static LimitFact limit(String scope, String id, int days, String startsWith, String effect) {
        return new LimitFact(
                scope,
                id,
                startsWith,
                days,
                "calendar-days",
                "after",
                "authority",
                null,
                effect,
                LocalDate.parse("2000-01-01"),
                null,
                "test");
    }

    /** These limits alone, counted in UTC. */
    private static Limits in(LimitFact... limits) {
        return new Limits() {
            @Override
            public Optional<LimitFact> inForce(String scope, String id, LocalDate on) {
                return Arrays.stream(limits)
                        .filter(limit ->
                                limit.scope().equals(scope) && limit.id().equals(id))
                        .findFirst();
            }

            @Override
            public Instant due(LimitFact limit, Instant start, @Nullable AdministrationId duty) {
                return calendar(duty).due(limit, start);
            }

            @Override
            public Optional<AdministrationId> administration(Addressee duty) {
                return Optional.empty();
            }

            @Override
            public DueDates calendar(@Nullable AdministrationId administration) {
                return DueDates.of(null);
            }
        };
    }
}
