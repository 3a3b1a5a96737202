package org.skypatch.registry.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skypatch.registry.clock.Tasks.Because.LAW_CHANGED;
import static org.skypatch.registry.clock.Tasks.Because.RECORD_WRITTEN;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.finding.Sentence;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.registry.TaskChanged;
import org.skypatch.contracts.registry.TaskState;
import org.skypatch.contracts.trade.CountryCode;

class TasksTest {

    private static final String SUBJECT = "consultation:1";
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant DUE = START.plus(Duration.ofDays(5));
    private static final List<Addressee> THAILAND =
            List.of(new Addressee(CountryCode.of("TH"), Competence.OZONE, null, null));

    private final Tasks tasks = new Tasks(0.8);

    @Test
    void opens_a_task_when_its_clock_starts_and_reminds_when_the_share_of_its_time_is_used() {
        Tasks.Setting setting = tasks.set(SUBJECT, List.of(), List.of(answer(DUE)), RECORD_WRITTEN, START);

        assertThat(setting.standing())
                .containsExactly(new StandingClock(answer(DUE), START.plus(Duration.ofDays(4)), null));
        assertThat(states(setting)).containsExactly(TaskState.OPENED);
        TaskChanged opened = setting.told().getFirst();
        assertThat(opened.dueAt()).isEqualTo(DUE);
        assertThat(opened.addressees()).isEqualTo(THAILAND);
        assertThat(opened.kind()).isEqualTo("consultation-to-answer");
        assertThat(opened.task()).isEqualTo(Tasks.id(SUBJECT, "answer"));
    }

    @Test
    void says_nothing_when_a_record_is_written_and_its_clocks_stay() {
        List<StandingClock> before = List.of(new StandingClock(answer(DUE), null, null));

        Tasks.Setting setting = tasks.set(SUBJECT, before, List.of(answer(DUE)), RECORD_WRITTEN, START.plusSeconds(1));

        assertThat(setting.standing()).isEqualTo(before);
        assertThat(setting.told()).isEmpty();
    }

    @Test
    void closes_a_task_with_its_last_clock_only() {
        RunningClock answer = answer(DUE);
        List<RunningClock> three = withOthers(answer);
        List<StandingClock> all =
                tasks.set(SUBJECT, List.of(), three, RECORD_WRITTEN, START).standing();

        Tasks.Setting escalationLeft = tasks.set(SUBJECT, all, List.of(three.getLast()), RECORD_WRITTEN, START);
        Tasks.Setting nothingLeft = tasks.set(SUBJECT, all, List.of(), RECORD_WRITTEN, START);

        assertThat(escalationLeft.told()).isEmpty();
        assertThat(states(nothingLeft)).containsExactly(TaskState.CLOSED);
    }

    @Test
    void leaves_reminding_to_the_reminder_where_there_is_one() {
        List<StandingClock> all = tasks.set(SUBJECT, List.of(), withOthers(answer(DUE)), RECORD_WRITTEN, START)
                .standing();

        assertThat(all).extracting(StandingClock::remindAt).containsOnlyNulls();
    }

    @Test
    void keeps_a_fired_clock_fired_unless_it_is_due_later_than_now() {
        Instant later = DUE.plus(Duration.ofDays(1));
        List<StandingClock> fired = List.of(new StandingClock(answer(DUE), null, DUE));

        StandingClock same = only(tasks.set(SUBJECT, fired, List.of(answer(DUE)), RECORD_WRITTEN, later));
        StandingClock movedInThePast =
                only(tasks.set(SUBJECT, fired, List.of(answer(DUE.plusSeconds(60))), RECORD_WRITTEN, later));
        Tasks.Setting prolonged =
                tasks.set(SUBJECT, fired, List.of(answer(later.plusSeconds(60))), RECORD_WRITTEN, later);

        assertThat(same.firedAt()).isEqualTo(DUE);
        assertThat(movedInThePast.firedAt()).isEqualTo(DUE);
        assertThat(only(prolonged).firedAt()).isNull();
        assertThat(states(prolonged)).containsExactly(TaskState.OPENED);
    }

    @Test
    void unfires_nothing_when_the_law_changes() {
        List<StandingClock> fired = List.of(new StandingClock(answer(DUE), null, DUE));

        Tasks.Setting setting = tasks.set(
                SUBJECT, fired, List.of(answer(DUE.plus(Duration.ofDays(30)))), LAW_CHANGED, DUE.plusSeconds(1));

        assertThat(setting.standing()).isEqualTo(fired);
        assertThat(setting.told()).isEmpty();
    }

    @Test
    void tells_of_a_running_clock_that_the_law_has_moved() {
        List<StandingClock> running = List.of(new StandingClock(answer(DUE), null, null));
        Instant moved = DUE.plus(Duration.ofDays(5));

        Tasks.Setting setting = tasks.set(SUBJECT, running, List.of(answer(moved)), LAW_CHANGED, START);

        assertThat(states(setting)).containsExactly(TaskState.OPENED);
        assertThat(setting.told().getFirst().dueAt()).isEqualTo(moved);
        assertThat(only(setting).remindAt()).isEqualTo(START.plus(Duration.ofDays(8)));
    }

    @Test
    void speaks_of_the_task_and_its_due_instant_when_a_reminder_or_an_escalation_fires() {
        List<RunningClock> three = withOthers(answer(DUE));
        List<StandingClock> all =
                tasks.set(SUBJECT, List.of(), three, RECORD_WRITTEN, START).standing();

        TaskChanged reminded = tasks.reminded(SUBJECT, three.get(1), all, START);
        TaskChanged escalated = tasks.overdue(SUBJECT, three.get(2), all, THAILAND, START);

        assertThat(List.of(reminded.task(), escalated.task())).containsOnly(Tasks.id(SUBJECT, "answer"));
        assertThat(List.of(reminded.dueAt(), escalated.dueAt())).containsOnly(DUE);
        assertThat(reminded.state()).isEqualTo(TaskState.DUE);
        assertThat(escalated.state()).isEqualTo(TaskState.OVERDUE);
    }

    @Test
    void refuses_two_clocks_of_one_name() {
        List<RunningClock> twice = List.of(answer(DUE), answer(DUE));

        assertThatThrownBy(() -> tasks.set(SUBJECT, List.of(), twice, RECORD_WRITTEN, START))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(SUBJECT);
    }

    /** Whatever is written in whatever order: a task is open exactly while one of its clocks stands, and ids never repeat. */
    @Property(tries = 300)
    void keeps_tasks_and_clocks_together(@ForAll @Size(max = 30) List<@IntRange(min = 0, max = 15) Integer> writings) {
        List<StandingClock> standing = List.of();
        Set<UUID> open = new HashSet<>();
        Set<UUID> messages = new HashSet<>();
        Instant now = START;
        for (int writing : writings) {
            now = now.plus(Duration.ofHours(7));
            List<RunningClock> after = new ArrayList<>();
            for (int bit = 0; bit < 4; bit++) {
                if ((writing & 1 << bit) != 0) {
                    RunningClock clock = clock("answer" + bit / 2, DUE.plus(Duration.ofHours(writing)));
                    after.add(bit % 2 == 0 ? clock : clock.reminder("policy/reminder", DUE));
                }
            }
            Tasks.Setting setting = tasks.set(SUBJECT, standing, after, RECORD_WRITTEN, now);
            for (TaskChanged told : setting.told()) {
                assertThat(messages.add(told.id())).isTrue();
                if (told.state() == TaskState.CLOSED) {
                    assertThat(open.remove(told.task())).isTrue();
                } else {
                    open.add(told.task());
                }
            }
            standing = setting.standing();
            assertThat(open)
                    .isEqualTo(new HashSet<>(standing.stream()
                            .map(clock -> Tasks.id(SUBJECT, clock.clock().taskName()))
                            .toList()));
        }
    }

    private static StandingClock only(Tasks.Setting setting) {
        assertThat(setting.standing()).hasSize(1);
        return setting.standing().getFirst();
    }

    private static List<TaskState> states(Tasks.Setting setting) {
        return setting.told().stream().map(TaskChanged::state).toList();
    }

    private static List<RunningClock> withOthers(RunningClock answer) {
        return List.of(
                answer,
                answer.reminder("policy/ipic-reminder", START.plus(Duration.ofDays(3))),
                answer.escalation("policy/ipic-escalation", START.plus(Duration.ofDays(7))));
    }

    private static RunningClock answer(Instant due) {
        return clock("answer", due);
    }

    private static RunningClock clock(String name, Instant due) {
        return new RunningClock(
                name,
                "policy/ipic-answer",
                "consultation-to-answer",
                START,
                due,
                "unanswered",
                THAILAND,
                new Sentence("task.consultation-to-answer", List.of()));
    }
}
