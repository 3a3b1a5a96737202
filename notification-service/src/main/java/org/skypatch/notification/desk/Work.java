package org.skypatch.notification.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.notification.alert.AudienceKey;

/**
 * What one desk, the people of one country or region, has made of an alert. Other desks do not see it.
 *
 * @param desk whose work it is
 * @param assignee the person who works on it
 * @param snoozedUntil until when it is out of sight, by the business clock
 * @param outcome what it turned out to be; there if and only if the work has ended
 * @param escalation how often it was passed on because nobody acknowledged it: 0, 1 (deputies), 2 (RILO)
 * @param escalateAt when it will be passed on next, by the business clock
 * @param revision rises with every change; 0 before the first
 */
public record Work(
        UUID alert,
        AudienceKey desk,
        WorkState state,
        @Nullable String assignee,
        @Nullable Instant snoozedUntil,
        @Nullable Outcome outcome,
        int escalation,
        @Nullable Instant escalateAt,
        long revision) {

    private static final int LAST_ESCALATION = 2;

    public Work {
        if (state.isEnd() != (outcome != null)) {
            throw new IllegalArgumentException("work has an outcome if and only if it has ended");
        }
    }

    /** An alert that nobody has touched. */
    public static Work untouched(UUID alert, AudienceKey desk, @Nullable Instant escalateAt) {
        return new Work(alert, desk, WorkState.OPEN, null, null, null, 0, escalateAt, 0);
    }

    /** Whether it is out of sight at this instant. */
    public boolean isSnoozedAt(Instant now) {
        return snoozedUntil != null && now.isBefore(snoozedUntil);
    }

    /** The moves that are allowed now, by their labels. */
    public List<String> allowed() {
        List<String> moves = new ArrayList<>();
        if (state == WorkState.OPEN) {
            moves.add("acknowledge");
        }
        if (!state.isEnd()) {
            moves.addAll(List.of("assign", "resolve", "dismiss", "snooze"));
        }
        moves.add("comment");
        return moves;
    }

    /**
     * The work after a move. A move that changes nothing gives the same work.
     *
     * @throws NotAllowed if the state does not allow it
     */
    public Work after(WorkMove move) {
        if (!allowed().contains(move.label())) {
            if (isRepeated(move)) {
                return this;
            }
            throw new NotAllowed(this);
        }
        return switch (move) {
            case WorkMove.Acknowledge _ -> with(WorkState.ACKNOWLEDGED, assignee, snoozedUntil, null);
            case WorkMove.Comment _ ->
                new Work(alert, desk, state, assignee, snoozedUntil, outcome, escalation, escalateAt, revision + 1);
            case WorkMove.Assign(String to) ->
                state == WorkState.IN_PROGRESS && to.equals(assignee)
                        ? this
                        : with(WorkState.IN_PROGRESS, to, snoozedUntil, null);
            case WorkMove.Resolve resolve -> with(WorkState.RESOLVED, assignee, null, resolve.outcome());
            case WorkMove.Dismiss dismiss -> with(WorkState.DISMISSED, assignee, null, dismiss.outcome());
            case WorkMove.Snooze snooze ->
                with(state == WorkState.OPEN ? WorkState.ACKNOWLEDGED : state, assignee, snooze.until(), null);
        };
    }

    private boolean isRepeated(WorkMove move) {
        return switch (move) {
            case WorkMove.Acknowledge _ -> true;
            case WorkMove.Resolve resolve -> state == WorkState.RESOLVED && resolve.outcome() == outcome;
            case WorkMove.Dismiss dismiss -> state == WorkState.DISMISSED && dismiss.outcome() == outcome;
            default -> false;
        };
    }

    /** Whoever does something has seen it: it is passed on no more. */
    private Work with(WorkState next, @Nullable String person, @Nullable Instant until, @Nullable Outcome how) {
        return new Work(alert, desk, next, person, until, how, escalation, null, revision + 1);
    }

    /** The work when the finding has got worse: what was put off, or ended, is open again. */
    public Work whenWorse(@Nullable Instant passOnAt) {
        if (state.isEnd()) {
            return new Work(alert, desk, WorkState.OPEN, assignee, null, null, 0, passOnAt, revision + 1);
        }
        boolean isToBeWaitedFor = state == WorkState.OPEN && escalateAt == null && escalation == 0 && passOnAt != null;
        return snoozedUntil == null && !isToBeWaitedFor
                ? this
                : new Work(
                        alert,
                        desk,
                        state,
                        assignee,
                        null,
                        null,
                        escalation,
                        isToBeWaitedFor ? passOnAt : escalateAt,
                        revision + 1);
    }

    /** The work when it is passed on because nobody acknowledged it, to be passed on again after as long. */
    public Work passedOn(Instant now, Duration patience) {
        int next = escalation + 1;
        return new Work(
                alert,
                desk,
                state,
                assignee,
                snoozedUntil,
                outcome,
                next,
                next >= LAST_ESCALATION ? null : now.plus(patience),
                revision + 1);
    }

    /** A move that the state does not allow. */
    public static final class NotAllowed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Work work;

        NotAllowed(Work work) {
            super("the alert is " + work.state().label() + "; allowed: " + String.join(", ", work.allowed()));
            this.work = Objects.requireNonNull(work);
        }

        /** The work as it stands. */
        public Work work() {
            return work;
        }
    }
}
