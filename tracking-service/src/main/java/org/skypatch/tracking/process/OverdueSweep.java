package org.skypatch.tracking.process;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.skypatch.tracking.process.TrackingRecords.StoredMovement;

/**
 * Judges movements whose deadline has passed or whose evidence has changed. A deadline is deleted in the transaction that
 * fires it, so that several instances fire each once, and never early.
 */
public final class OverdueSweep {

    private static final int AT_ONCE = 200;

    private final Transactions transactions;
    private final CustomsEventProcessing processing;
    private final Clock clock;

    public OverdueSweep(Transactions transactions, CustomsEventProcessing processing, Clock clock) {
        this.transactions = transactions;
        this.processing = processing;
        this.clock = clock;
    }

    /**
     * Judges some of the movements that are due.
     *
     * @return how many; 0 if nothing more is due
     */
    public int sweep() {
        AtomicInteger judged = new AtomicInteger();
        transactions.run(records -> {
            if (!records.register().isComplete()) {
                return;
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Map<UUID, StoredMovement> due = records.claimDue(now, AT_ONCE);
            judged.set(due.size());
            if (!due.isEmpty()) {
                processing.judgeAgain(due, records, now);
            }
        });
        return judged.get();
    }
}
