package org.skypatch.tracking.schedule;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.skypatch.tracking.process.LikenessSweep;
import org.skypatch.tracking.process.Transactions.DatabaseUnavailable;

/** Compares open ends that have changed, every five seconds and until none is left. */
@ApplicationScoped
public class LikenessSchedule {

    private static final Logger LOG = Logger.getLogger(LikenessSchedule.class);

    private final LikenessSweep sweep;
    private volatile boolean started;

    LikenessSchedule(LikenessSweep sweep) {
        this.sweep = sweep;
    }

    /** Last of all at the start: sweeping publishes, and the channels must be there. */
    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
        started = true;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        if (!started) {
            return;
        }
        try {
            while (sweep.sweep() > 0) {
                LOG.debug("more ends may have changed");
            }
        } catch (DatabaseUnavailable e) {
            LOG.debugf("comparing waits: %s", e.getMessage());
        }
    }
}
