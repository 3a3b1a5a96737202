package org.skypatch.tracking.schedule;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.skypatch.tracking.process.RuleTrying;
import org.skypatch.tracking.process.Transactions.DatabaseUnavailable;

/** Works on trials, one at a time. */
@ApplicationScoped
public class RuleTrialSchedule {

    private static final Logger LOG = Logger.getLogger(RuleTrialSchedule.class);

    private final RuleTrying trying;

    RuleTrialSchedule(RuleTrying trying) {
        this.trying = trying;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void work() {
        try {
            while (trying.work()) {
                LOG.debug("a trial has ended");
            }
        } catch (DatabaseUnavailable e) {
            LOG.debugf("trials wait: %s", e.getMessage());
        }
    }
}
