package org.skypatch.tracking.stream;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.skypatch.tracking.process.Transactions.DatabaseUnavailable;

/** Waits for the database as long as it takes: nothing is skipped, and nothing is given up. */
final class Patience {

    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final AtomicBoolean stopping;

    Patience(AtomicBoolean stopping) {
        this.stopping = stopping;
    }

    /** Does the work once the database can be reached. */
    void untilDone(Runnable work) {
        for (int attempt = 1; ; attempt++) {
            try {
                work.run();
                return;
            } catch (DatabaseUnavailable e) {
                if (stopping.get()) {
                    throw e;
                }
                LOG.warnf("waiting: %s", e.getMessage());
                pause(attempt, e);
            }
        }
    }

    private static void pause(int attempt, DatabaseUnavailable e) {
        try {
            Thread.sleep(Math.min(100L * attempt, LONGEST_PAUSE_MILLIS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw e;
        }
    }
}
