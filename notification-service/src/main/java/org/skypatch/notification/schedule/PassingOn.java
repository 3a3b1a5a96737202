package org.skypatch.notification.schedule;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.notification.alert.NewsBell;
import org.skypatch.notification.alert.TryAgainLater;
import org.skypatch.notification.desk.Desks;

/** Passes on alerts that nobody has acknowledged in time, every few seconds and until none is left. */
@ApplicationScoped
public class PassingOn {

    private static final Logger LOG = Logger.getLogger(PassingOn.class);
    private static final int AT_ONCE = 100;

    private final Desks desks;
    private final BusinessClock clock;
    private final NewsBell bell;

    PassingOn(Desks desks, BusinessClock clock, NewsBell bell) {
        this.desks = desks;
        this.clock = clock;
        this.bell = bell;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void passOn() {
        try {
            while (desks.passOn(clock.instant(), AT_ONCE) > 0) {
                bell.ring();
            }
        } catch (TryAgainLater e) {
            LOG.debugf("passing on waits: %s", e.getMessage());
        }
    }
}
