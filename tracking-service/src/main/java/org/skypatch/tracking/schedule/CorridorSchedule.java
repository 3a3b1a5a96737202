package org.skypatch.tracking.schedule;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.skypatch.tracking.process.CorridorSnapshots;
import org.skypatch.tracking.process.Transactions.DatabaseUnavailable;

/** Sees every few minutes whether a month has begun whose snapshot of transit times is to be taken. */
@ApplicationScoped
public class CorridorSchedule {

    private static final Logger LOG = Logger.getLogger(CorridorSchedule.class);

    private final CorridorSnapshots snapshots;

    CorridorSchedule(CorridorSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Scheduled(every = "5m", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void take() {
        try {
            snapshots.take();
        } catch (DatabaseUnavailable e) {
            LOG.debugf("the snapshot waits: %s", e.getMessage());
        }
    }
}
