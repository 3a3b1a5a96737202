package org.skypatch.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an endpoint has answered lately: a circuit breaker that every instance shares. After five failures in a row it is left in
 * peace for 30 seconds, then for twice as long each time, up to a quarter of an hour; then one delivery at a time finds out
 * whether it is well again. One that has failed for 120 hours on end, or says that it is gone, is disabled.
 *
 * @param consecutiveFailures since the last good answer
 * @param failingSince missing if the last answer was good
 * @param pausedUntil it is left in peace until then
 * @param disabledBecause why it is to be called no more; missing if it is to be called
 */
public record EndpointHealth(
        int consecutiveFailures,
        @Nullable Instant failingSince,
        @Nullable Instant pausedUntil,
        @Nullable String disabledBecause) {

    /** Nothing is known against it. */
    public static final EndpointHealth GOOD = new EndpointHealth(0, null, null, null);

    /** From so many failures in a row on, one delivery at a time is tried, after a pause. */
    public static final int FAILURES_THAT_OPEN = 5;

    /** The argument of the sentence that tells of it. */
    public static final String IS_GONE = "gone";

    /** The argument of the sentence that tells of it. */
    public static final String FAILED_TOO_LONG = "failed-for-120-hours";

    private static final Duration LONGEST_FAILURE = Duration.ofHours(120);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    /** As it is after one more outcome. */
    public EndpointHealth after(Outcome outcome, Instant at) {
        return switch (outcome) {
            case Outcome.Taken _ -> disabledBecause == null ? GOOD : this;
            case Outcome.Gone() -> failed(at, null, IS_GONE);
            case Outcome.Failed(var _, var _, var asked) ->
                failed(at, asked, isTooLong(at) ? FAILED_TOO_LONG : disabledBecause);
        };
    }

    private EndpointHealth failed(Instant at, @Nullable Duration asked, @Nullable String because) {
        int failures = consecutiveFailures + 1;
        Instant since = failingSince == null ? at : failingSince;
        return new EndpointHealth(failures, since, latest(pausedUntil, at.plus(pause(failures, asked))), because);
    }

    private boolean isTooLong(Instant at) {
        return failingSince != null && !at.isBefore(failingSince.plus(LONGEST_FAILURE));
    }

    private static Duration pause(int failures, @Nullable Duration asked) {
        Duration own = failures < FAILURES_THAT_OPEN
                ? Duration.ZERO
                : FIRST_PAUSE.multipliedBy(1L << Math.min(failures - FAILURES_THAT_OPEN, 5));
        Duration bounded = own.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : own;
        return Optional.ofNullable(asked)
                .map(RetrySchedule::bounded)
                .filter(each -> each.compareTo(bounded) > 0)
                .orElse(bounded);
    }

    private static Instant latest(@Nullable Instant some, Instant other) {
        return some == null || some.isBefore(other) ? other : some;
    }
}
