package org.skypatch.notification.schedule;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.skypatch.notification.alert.AppliedMessages;
import org.skypatch.notification.alert.TryAgainLater;

/** Forgets applied messages that no topic can bring again: topics keep 30 days. Several instances may do it at once. */
@ApplicationScoped
public class Forgetting {

    private static final Logger LOG = Logger.getLogger(Forgetting.class);
    private static final Duration REMEMBERED = Duration.ofDays(45);

    private final AppliedMessages messages;

    Forgetting(AppliedMessages messages) {
        this.messages = messages;
    }

    @Scheduled(every = "6h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forget() {
        try {
            LOG.infof("%d applied messages forgotten", messages.forgetOlderThan(REMEMBERED));
        } catch (TryAgainLater e) {
            LOG.warnf("applied messages are not forgotten this time: %s", e.getMessage());
        }
    }
}
