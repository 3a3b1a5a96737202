package org.skypatch.tracking.schedule;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.skypatch.tracking.process.OverdueSweep;
import org.skypatch.tracking.process.Transactions.DatabaseUnavailable;

/** Sweeps up what is due, twice a second and until nothing more is. */
@ApplicationScoped
public class OverdueSchedule {

    private static final Logger LOG = Logger.getLogger(OverdueSchedule.class);

    private final OverdueSweep sweep;

    OverdueSchedule(OverdueSweep sweep) {
        this.sweep = sweep;
    }

    @Scheduled(every = "0.5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        try {
            while (sweep.sweep() > 0) {
                LOG.debug("more may be due");
            }
        } catch (DatabaseUnavailable e) {
            LOG.debugf("sweeping waits: %s", e.getMessage());
        }
    }
}
