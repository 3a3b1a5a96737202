package org.skypatch.tracking.process;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.skypatch.tracking.corridor.TransitTime;
import org.skypatch.tracking.corridor.UsualPrice;

/**
 * Learns at the beginning of every month (UTC) how long goods travel and what they cost, from the twelve months before.
 * The snapshot is taken once; a report that comes later changes only those to come.
 */
public final class CorridorSnapshots {

    private static final int MONTHS = 12;

    private final Transactions transactions;
    private final Clock clock;

    public CorridorSnapshots(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Takes the snapshot of the current month, unless it was taken. */
    public void take() {
        transactions.run(
                records -> {
                    Instant now = clock.instant();
                    YearMonth month = YearMonth.from(now.atOffset(ZoneOffset.UTC));
                    if (!records.corridors().claim(month, now)) {
                        return;
                    }
                    List<TransitTime> learned = records
                            .corridors()
                            .journeys(beginning(month.minusMonths(MONTHS)), beginning(month))
                            .entrySet()
                            .stream()
                            .map(journeys -> TransitTime.of(journeys.getKey(), month, journeys.getValue()))
                            .toList();
                    records.corridors().save(learned);
                    records.corridors()
                            .savePrices(records
                                    .corridors()
                                    .prices(beginning(month.minusMonths(MONTHS)), beginning(month))
                                    .entrySet()
                                    .stream()
                                    .map(prices -> UsualPrice.of(prices.getKey(), month, prices.getValue()))
                                    .toList());
                });
    }

    private static Instant beginning(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
