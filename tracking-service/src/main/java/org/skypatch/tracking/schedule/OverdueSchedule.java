package org.skypatch.tracking.schedule;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.skypatch.tracking.process.OverdueSweep;
import org.skypatch.tracking.process.Transactions.DatabaseUnavailable;

/** Sweeps up what is due, every second and until nothing more is. */
@ApplicationScoped
public class OverdueSchedule {

    private static final Logger LOG = Logger.getLogger(OverdueSchedule.class);

    private final OverdueSweep sweep;
    private volatile boolean started;

    OverdueSchedule(OverdueSweep sweep) {
        this.sweep = sweep;
    }

    /** Last of all at the start: sweeping publishes, and the channels must be there. */
    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
        started = true;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        if (!started) {
            return;
        }
        try {
            while (sweep.sweep() > 0) {
                LOG.debug("more may be due");
            }
        } catch (DatabaseUnavailable e) {
            LOG.debugf("sweeping waits: %s", e.getMessage());
        }
    }
}
