package org.skypatch.registry.clock;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.registry.TaskChanged;
import org.skypatch.contracts.registry.TaskState;

/**
 * What becomes of a record's clocks when the record or the law changes, and what people are told of it. A task is opened
 * when its first clock starts, due when it is reminded of, overdue when its clock has fired and still stands, closed when
 * its last clock has gone.
 */
public final class Tasks {

    private final double dueShare;

    /** @param dueShare the share of a clock's time after which people are reminded, between 0 and 1 */
    public Tasks(double dueShare) {
        if (!(dueShare > 0 && dueShare < 1)) {
            throw new IllegalArgumentException("the share of time before a reminder must be between 0 and 1");
        }
        this.dueShare = dueShare;
    }

    /** Why clocks are set anew. */
    public enum Because {
        /** The record was written. */
        RECORD_WRITTEN,
        /** A limit or a calendar was: what has fired stays fired, wherever its end has moved. */
        LAW_CHANGED
    }

    /** The clocks as they stand now, and what is to be told. */
    public record Setting(List<StandingClock> standing, List<TaskChanged> told) {
        public Setting {
            standing = List.copyOf(standing);
            told = List.copyOf(told);
        }
    }

    /**
     * Sets the clocks of a record anew.
     *
     * @param subject the record, as {@code <kind>:<name>}
     * @param before the clocks that stood
     * @param after the clocks that are to run
     */
    public Setting set(
            String subject, List<StandingClock> before, List<RunningClock> after, Because because, Instant now) {
        Map<String, StandingClock> known = before.stream()
                .collect(Collectors.toMap(standing -> standing.clock().name(), Function.identity()));
        Set<String> names = after.stream().map(RunningClock::name).collect(Collectors.toSet());
        if (names.size() < after.size()) {
            throw new IllegalStateException("two clocks of " + subject + " have one name");
        }
        List<StandingClock> standing = after.stream()
                .map(clock -> standing(clock, known.get(clock.name()), names, because, now))
                .toList();
        return new Setting(standing, told(subject, before, standing, now));
    }

    private StandingClock standing(
            RunningClock clock, @Nullable StandingClock known, Set<String> names, Because because, Instant now) {
        boolean same = known != null && known.clock().startedAt().equals(clock.startedAt());
        if (same && known.firedAt() != null) {
            if (because == Because.LAW_CHANGED) {
                return known;
            }
            if (!clock.dueAt().isAfter(now)
                    || clock.dueAt().equals(known.clock().dueAt())) {
                return new StandingClock(clock, null, known.firedAt());
            }
        }
        boolean unmoved = same && known.clock().dueAt().equals(clock.dueAt()) && known.firedAt() == null;
        return new StandingClock(clock, unmoved ? known.remindAt() : remindAt(clock, names), null);
    }

    private @Nullable Instant remindAt(RunningClock clock, Set<String> names) {
        boolean isRemindedOfOtherwise = clock.duty().isEmpty()
                || !clock.leads()
                || names.contains(clock.reminder(clock.limit(), clock.dueAt()).name());
        Duration time = Duration.between(clock.startedAt(), clock.dueAt());
        return isRemindedOfOtherwise || time.isNegative() || time.isZero()
                ? null
                : clock.startedAt().plusSeconds((long) (time.toSeconds() * dueShare));
    }

    private static List<TaskChanged> told(
            String subject, List<StandingClock> before, List<StandingClock> after, Instant now) {
        Map<String, List<StandingClock>> were = byTask(before);
        Map<String, List<StandingClock>> are = byTask(after);
        Set<String> tasks = new LinkedHashSet<>(were.keySet());
        tasks.addAll(are.keySet());
        List<TaskChanged> told = new ArrayList<>();
        for (String task : tasks) {
            List<StandingClock> was = were.getOrDefault(task, List.of());
            List<StandingClock> is = are.getOrDefault(task, List.of());
            if (is.isEmpty()) {
                told.add(changed(
                        subject,
                        lead(was),
                        lead(was).name(),
                        TaskState.CLOSED,
                        lead(was).duty(),
                        now));
            } else if (was.isEmpty() || runsAnew(was, is)) {
                told.add(changed(subject, lead(is), lead(is).name(), TaskState.OPENED, lead(is).duty(), now));
            }
        }
        return told.stream().filter(task -> !task.addressees().isEmpty()).toList();
    }

    private static boolean runsAnew(List<StandingClock> was, List<StandingClock> is) {
        RunningClock old = lead(was);
        RunningClock next = lead(is);
        boolean runs = is.stream().anyMatch(clock -> clock.clock().equals(next) && clock.firedAt() == null);
        return next.leads()
                && runs
                && !(old.startedAt().equals(next.startedAt())
                        && old.dueAt().equals(next.dueAt())
                        && old.duty().equals(next.duty())
                        && old.sentence().equals(next.sentence()));
    }

    /** People are reminded of a clock's task. */
    public TaskChanged reminded(String subject, RunningClock clock, List<StandingClock> all, Instant now) {
        return changed(subject, leadOf(clock, all), clock.name(), TaskState.DUE, clock.duty(), now);
    }

    /**
     * A clock has fired and its task still stands.
     *
     * @param told who is told: those who must act and, if it escalates, those above them
     */
    public TaskChanged overdue(
            String subject, RunningClock clock, List<StandingClock> all, List<Addressee> told, Instant now) {
        return changed(subject, leadOf(clock, all), clock.name(), TaskState.OVERDUE, told, now);
    }

    /** Whether a clock's task still stands. */
    public static boolean stands(RunningClock clock, List<StandingClock> all) {
        return all.stream().anyMatch(other -> other.clock().taskName().equals(clock.taskName()));
    }

    /** The id of a task: the same through all its states. */
    public static UUID id(String subject, String taskName) {
        return named(subject + "#" + taskName);
    }

    private static RunningClock leadOf(RunningClock clock, List<StandingClock> all) {
        return Optional.ofNullable(byTask(all).get(clock.taskName()))
                .map(Tasks::lead)
                .orElse(clock);
    }

    private static RunningClock lead(List<StandingClock> clocks) {
        return clocks.stream()
                .map(StandingClock::clock)
                .min(Comparator.comparing((RunningClock clock) -> !clock.leads())
                        .thenComparing(RunningClock::dueAt)
                        .thenComparing(RunningClock::name))
                .orElseThrow();
    }

    private static Map<String, List<StandingClock>> byTask(List<StandingClock> clocks) {
        return clocks.stream()
                .collect(Collectors.groupingBy(
                        standing -> standing.clock().taskName(), LinkedHashMap::new, Collectors.toList()));
    }

    /** The id is of task, state, instant and the clock that speaks: two of one task may fire in one turn. */
    private static TaskChanged changed(
            String subject,
            RunningClock lead,
            String speaking,
            TaskState state,
            List<Addressee> addressees,
            Instant now) {
        UUID task = id(subject, lead.taskName());
        return new TaskChanged(
                named(Stream.of(task, speaking, state.label(), lead.dueAt(), now)
                        .map(Object::toString)
                        .collect(Collectors.joining("#"))),
                now,
                task,
                lead.task(),
                state,
                subject,
                addressees,
                lead.dueAt(),
                lead.sentence());
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
