package org.skypatch.tracking.corridor;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/**
 * What goods cost in a trade, as it was learned at the beginning of a month; never changed afterwards.
 *
 * @param month at whose beginning (UTC)
 * @param low five of a hundred cost no more a kilogram
 * @param high ninety-five of a hundred cost no more
 * @param sample of how many consignments
 */
public record UsualPrice(Trade trade, YearMonth month, BigDecimal low, BigDecimal high, long sample) {

    /** Fewer say nothing. */
    public static final int LEAST_SAMPLE = 100;

    private static final int LOW = 5;
    private static final int HIGH = 95;

    /** What these prices per kilogram say; at least one. */
    public static UsualPrice of(Trade trade, YearMonth month, Collection<BigDecimal> prices) {
        List<BigDecimal> sorted = prices.stream().sorted().toList();
        return new UsualPrice(trade, month, percentile(sorted, LOW), percentile(sorted, HIGH), sorted.size());
    }

    private static BigDecimal percentile(List<BigDecimal> sorted, int percent) {
        long rank = (sorted.size() * (long) percent + 99) / 100;
        return sorted.get((int) Math.max(rank, 1) - 1);
    }

    /** Whether it may speak of goods that left at that instant: learned before, and of enough consignments. */
    public boolean speaksOf(Instant departure) {
        Instant learnedAt = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return sample >= LEAST_SAMPLE && !learnedAt.isAfter(departure);
    }
}
