package org.skypatch.notification.schedule;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.skypatch.notification.alert.TryAgainLater;
import org.skypatch.notification.delivery.DeliveryRound;

/** Keeps deliveries going: one thread sets them on their way, another records what came of them. */
@ApplicationScoped
public class DeliveryRounds {

    private static final Logger LOG = Logger.getLogger(DeliveryRounds.class);
    private static final Duration IDLE = Duration.ofMillis(100);

    /** Looking in vain takes at most a tenth of the time, however many endpoints are waited for. */
    private static final int REST = 10;

    private static final Duration TROUBLE = Duration.ofSeconds(1);

    private final DeliveryRound round;
    private final Thread starting = Thread.ofVirtual().name("deliveries-start").unstarted(() -> run(this::start));
    private final Thread recording =
            Thread.ofVirtual().name("deliveries-record").unstarted(() -> run(this::record));
    private volatile boolean stopping;

    DeliveryRounds(DeliveryRound round) {
        this.round = round;
    }

    void begin(@Observes StartupEvent started) {
        starting.start();
        recording.start();
    }

    /** What is on its way and not recorded by then is sent again when its lease has ended. */
    void end(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        starting.join(Duration.ofSeconds(2));
        recording.join(Duration.ofSeconds(2));
    }

    private interface Step {
        void take() throws InterruptedException;
    }

    private void start() throws InterruptedException {
        long begin = System.nanoTime();
        if (round.start() == 0) {
            Duration looked = Duration.ofNanos(System.nanoTime() - begin).multipliedBy(REST);
            Thread.sleep(looked.compareTo(IDLE) < 0 ? IDLE : looked.compareTo(TROUBLE) > 0 ? TROUBLE : looked);
        }
    }

    private void record() throws InterruptedException {
        round.record(IDLE);
    }

    private void run(Step step) {
        while (!stopping) {
            try {
                step.take();
            } catch (InterruptedException e) {
                return;
            } catch (TryAgainLater e) {
                LOG.warnf("deliveries wait for the database: %s", e.getMessage());
                pause();
            } catch (RuntimeException e) {
                LOG.error("deliveries cannot go on, trying again", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(TROUBLE);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
