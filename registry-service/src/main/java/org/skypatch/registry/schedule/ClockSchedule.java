package org.skypatch.registry.schedule;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.registry.clock.Clocks;

/** Fires what is due, every second and until nothing more is; moves clocks when the law has changed. */
@ApplicationScoped
public class ClockSchedule {

    private static final Logger LOG = Logger.getLogger(ClockSchedule.class);
    private static final int AT_A_TIME = 500;

    private final Clocks clocks;
    private final BusinessClock clock;
    private volatile boolean started;

    ClockSchedule(Clocks clocks, BusinessClock clock) {
        this.clocks = clocks;
        this.clock = clock;
    }

    /** Last of all at the start: firing publishes, and the channels must be there. */
    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
        started = true;
    }

    /** Moves before it fires: a limit that was prolonged must not run out first. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        if (!started) {
            return;
        }
        try {
            Instant now = clock.instant();
            while (clocks.move(now)) {
                LOG.debug("clocks were moved to a changed limit or calendar");
            }
            while (fire(now) > 0) {
                LOG.debug("more may be due");
            }
        } catch (RuntimeException e) {
            LOG.warnf("clocks wait for their next turn: %s", e.getMessage());
        }
    }

    private int fire(Instant now) {
        int fired = 0;
        for (Clocks.Due due : clocks.due(now, AT_A_TIME)) {
            try {
                fired += clocks.fire(due, now) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.errorf(e, "the clock %s of %s:%s cannot be fired", due.name(), due.kind(), due.record());
                clocks.putOff(due);
            }
        }
        return fired;
    }
}
