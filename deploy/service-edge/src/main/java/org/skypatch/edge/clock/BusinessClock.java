package org.skypatch.edge.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The clock that business reads: recording, settling, deadlines, validity. It runs with the system clock, ahead or behind
 * by an offset that only a local run or a test may set. Tokens, leases, retries and signatures stay on the system clock.
 */
public final class BusinessClock extends Clock {

    private final Clock system;
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    public BusinessClock(Clock system) {
        this.system = system;
    }

    /** Runs ahead of the system clock by this much; behind if negative. */
    public void offsetBy(Duration newOffset) {
        offset.set(newOffset);
    }

    public Duration offset() {
        return offset.get();
    }

    @Override
    public Instant instant() {
        return system.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Always UTC: business instants have no zone of their own. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
