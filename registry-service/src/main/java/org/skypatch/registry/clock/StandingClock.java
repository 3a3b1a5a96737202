package org.skypatch.registry.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock with what has come of it.
 *
 * @param remindAt when its people are told that their time is nearly up; none if they were, or if another clock does it
 * @param firedAt when it fired; none while it runs
 */
public record StandingClock(
        RunningClock clock,
        @Nullable Instant remindAt,
        @Nullable Instant firedAt) {

    /** The same clock, of which people have been reminded. */
    public StandingClock reminded() {
        return new StandingClock(clock, null, firedAt);
    }

    /** The same clock, fired. */
    public StandingClock fired(Instant at) {
        return new StandingClock(clock, null, at);
    }

    /** Whether it has to fire before another one: both are of one task, it is up, and it is due sooner. */
    public boolean goesBefore(StandingClock other, Instant now) {
        return firedAt == null
                && !clock.dueAt().isAfter(now)
                && clock.dueAt().isBefore(other.clock().dueAt())
                && clock.taskName().equals(other.clock().taskName());
    }
}
