package org.skypatch.tracking.corridor;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/**
 * How long goods took on a corridor, as it was learned at the beginning of a month; never changed afterwards.
 *
 * @param month at whose beginning (UTC)
 * @param p90 nine of ten took no longer
 * @param p99 ninety-nine of a hundred took no longer
 * @param sample of how many
 */
public record TransitTime(Corridor corridor, YearMonth month, Duration p90, Duration p99, long sample) {

    /** Fewer say nothing. */
    public static final int LEAST_SAMPLE = 100;

    /** What these journeys say; at least one. */
    public static TransitTime of(Corridor corridor, YearMonth month, Collection<Duration> journeys) {
        List<Duration> sorted = journeys.stream().sorted().toList();
        return new TransitTime(corridor, month, percentile(sorted, 90), percentile(sorted, 99), sorted.size());
    }

    /** The shortest of the times that so many percent did not exceed (nearest rank). */
    static Duration percentile(List<Duration> sorted, int percent) {
        long rank = (sorted.size() * (long) percent + 99) / 100;
        return sorted.get((int) Math.max(rank, 1) - 1);
    }

    /** When it was learned. */
    public Instant learnedAt() {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Whether it may speak of goods that left at that instant: learned before, and of enough journeys. */
    public boolean speaksOf(Instant departure) {
        return sample >= LEAST_SAMPLE && !learnedAt().isAfter(departure);
    }
}
