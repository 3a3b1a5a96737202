package org.skypatch.registry.rotterdam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.contracts.registry.ExportNotificationState.ACKNOWLEDGED;
import static org.skypatch.contracts.registry.ExportNotificationState.CEASED;
import static org.skypatch.contracts.registry.ExportNotificationState.SECOND_SENT;
import static org.skypatch.contracts.registry.ExportNotificationState.SENT;
import static org.skypatch.contracts.registry.ExportNotificationState.UNACKNOWLEDGED;
import static org.skypatch.contracts.registry.ExportNotificationState.WAIVED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.access.Role;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.registry.ExportNotificationFact;
import org.skypatch.contracts.registry.ExportNotificationState;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.clock.DueDates;
import org.skypatch.registry.clock.Limits;
import org.skypatch.registry.clock.RunningClock;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Refusal;

class ExportNotificationDecisionsTest {

    private static final LocalDate SENT_ON = LocalDate.of(2026, 3, 1);

    /** The table of the Convention, written down once more by hand. */
    private static final Map<ExportNotificationState, Set<ExportNotificationState>> TABLE = Map.of(
            SENT, Set.of(ACKNOWLEDGED, SECOND_SENT, WAIVED, CEASED),
            SECOND_SENT, Set.of(ACKNOWLEDGED, UNACKNOWLEDGED, WAIVED, CEASED),
            ACKNOWLEDGED, Set.of(),
            UNACKNOWLEDGED, Set.of(),
            WAIVED, Set.of(),
            CEASED, Set.of());

    private final ExportNotificationClocks clocks = new ExportNotificationClocks();

    enum Actor {
        EXPORTER,
        IMPORTER,
        STRANGER,
        INCOMPETENT,
        CLOCK
    }

    @Property(tries = 3000)
    void no_sequence_of_calls_leaves_the_table(
            @ForAll @Size(max = 10) List<Actor> actors, @ForAll @Size(max = 10) List<ExportNotificationMove> moves) {
        ExportNotificationFact now = notice();
        for (int i = 0; i < Math.min(actors.size(), moves.size()); i++) {
            Decision<ExportNotificationFact> decision = decide(now, actors.get(i), moves.get(i), i);
            if (decision instanceof Decision.Become<ExportNotificationFact>(ExportNotificationFact next)
                    && !next.equals(now)) {
                assertThat(TABLE.get(now.state())).contains(next.state());
                assertThat(actors.get(i)).isNotIn(Actor.STRANGER, Actor.INCOMPETENT);
                assertThat(next.sentOn()).isEqualTo(now.sentOn());
                assertThat(next.acknowledgedOn() != null).isEqualTo(next.state() == ACKNOWLEDGED);
                now = next;
            } else if (decision instanceof Decision.Refuse<ExportNotificationFact>(Refusal.NotFromThisState refusal)) {
                assertThat(refusal.present()).isEqualTo(now.state().label());
            }
        }
    }

    @Test
    void reaches_every_state_of_the_table_and_no_other() {
        for (ExportNotificationState from : ExportNotificationState.values()) {
            assertThat(java.util.Arrays.stream(ExportNotificationMove.values())
                            .flatMap(move -> move.from(from).stream()))
                    .containsExactlyInAnyOrderElementsOf(TABLE.get(from));
        }
    }

    @Test
    void sends_again_after_thirty_days_and_gives_up_after_thirty_more() {
        RunningClock first = clocks.clocks("n", notice(), limits()).getFirst();
        assertThat(first.dueAt()).isEqualTo("2026-04-01T00:00:00Z");
        ExportNotificationFact second = become(clocks.fired(notice(), first, first.dueAt()));
        assertThat(second.state()).isEqualTo(SECOND_SENT);
        assertThat(second.secondSentOn()).isEqualTo(LocalDate.of(2026, 4, 1));

        RunningClock last = clocks.clocks("n", second, limits()).getFirst();
        assertThat(last.dueAt()).isEqualTo("2026-05-02T00:00:00Z");
        ExportNotificationFact left = become(clocks.fired(second, last, last.dueAt()));
        assertThat(left.state()).isEqualTo(UNACKNOWLEDGED);
        assertThat(clocks.clocks("n", left, limits())).isEmpty();
    }

    @Test
    void changes_nothing_by_a_clock_that_comes_too_late() {
        RunningClock first = clocks.clocks("n", notice(), limits()).getFirst();
        ExportNotificationFact acknowledged = become(ExportNotificationDecisions.move(
                Optional.of(notice()), ExportNotificationMove.ACKNOWLEDGE, caller("TH", Competence.PIC), SENT_ON));

        assertThat(become(clocks.fired(acknowledged, first, first.dueAt()))).isEqualTo(acknowledged);
        assertThat(clocks.clocks("n", acknowledged, limits())).isEmpty();
    }

    @Test
    void is_sent_once_a_year_by_the_competent_authority() {
        assertThat(ExportNotificationDecisions.send(Optional.empty(), notice(), caller("CH", Competence.PIC)))
                .isInstanceOf(Decision.Become.class);
        assertThat(ExportNotificationDecisions.send(Optional.of(notice()), notice(), caller("CH", Competence.PIC)))
                .isEqualTo(new Decision.Refuse<>(new Refusal.NotFromThisState("sent", List.of())));
        assertThat(ExportNotificationDecisions.send(Optional.empty(), notice(), caller("CH", Competence.OZONE)))
                .isEqualTo(new Decision.Refuse<>(new Refusal.OtherCompetence(Set.of(Competence.PIC))));
    }

    private Decision<ExportNotificationFact> decide(
            ExportNotificationFact now, Actor actor, ExportNotificationMove move, int day) {
        LocalDate today = SENT_ON.plusDays(day);
        return switch (actor) {
            case EXPORTER ->
                ExportNotificationDecisions.move(Optional.of(now), move, caller("CH", Competence.PIC), today);
            case IMPORTER ->
                ExportNotificationDecisions.move(Optional.of(now), move, caller("TH", Competence.PIC), today);
            case STRANGER ->
                ExportNotificationDecisions.move(Optional.of(now), move, caller("JP", Competence.PIC), today);
            case INCOMPETENT ->
                ExportNotificationDecisions.move(Optional.of(now), move, caller("TH", Competence.BASEL), today);
            case CLOCK ->
                clocks.clocks("n", now, limits()).stream()
                        .findFirst()
                        .map(clock -> clocks.fired(now, clock, clock.dueAt()))
                        .orElseGet(() -> new Decision.Become<>(now));
        };
    }

    private static ExportNotificationFact become(Decision<ExportNotificationFact> decision) {
        return ((Decision.Become<ExportNotificationFact>) decision).fact();
    }

    private static ExportNotificationFact notice() {
        return new ExportNotificationFact(
                "CH-TH-alachlor-2026",
                SENT,
                CountryCode.of("CH"),
                CountryCode.of("TH"),
                CommodityId.of("alachlor"),
                2026,
                SENT_ON,
                null,
                null,
                null,
                null);
    }

    private static Caller caller(String country, Competence competence) {
        return new Caller(
                AdministrationId.of(country + "-ca"),
                CountryCode.of(country),
                null,
                Set.of(Role.AUTHORITY),
                Set.of(competence));
    }

    /** No limit is recorded: the Convention's own number and the default of policy hold. */
    private static Limits limits() {
        return new Limits() {
            @Override
            public Optional<LimitFact> inForce(String scope, String id, LocalDate on) {
                return Optional.empty();
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
