package org.skypatch.notification.stream;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.skypatch.notification.alert.FindingsHearing;
import org.skypatch.notification.alert.Heard;
import org.skypatch.notification.alert.TryAgainLater;

/** Hears a batch to its end: waits while the database is away, and puts aside the record that cannot be applied. */
@ApplicationScoped
class PatientHearing {

    private static final Logger LOG = Logger.getLogger(PatientHearing.class);
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final FindingsHearing hearing;
    private final CountDownLatch stopping = new CountDownLatch(1);

    PatientHearing(FindingsHearing hearing) {
        this.hearing = hearing;
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.countDown();
    }

    /**
     * Returns when every record of the batch is applied or put aside.
     *
     * @throws InterruptedException if the service stops; the batch comes again
     */
    void hear(List<Heard> batch) throws InterruptedException {
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                hearOnce(batch);
                return;
            } catch (TryAgainLater e) {
                LOG.warnf("%d records wait for the database: %s", batch.size(), e.getMessage());
            } catch (RuntimeException e) {
                LOG.errorf(e, "%d records can neither be applied nor put aside, trying again", batch.size());
            }
            if (stopping.await(pause, TimeUnit.MILLISECONDS)) {
                throw new InterruptedException("stopping; the batch comes again");
            }
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
    }

    /** All in one transaction; if something in it cannot be applied, each by itself, and that one is put aside. */
    private void hearOnce(List<Heard> batch) {
        try {
            hearing.hear(batch);
        } catch (TryAgainLater e) {
            throw e;
        } catch (RuntimeException e) {
            if (batch.size() > 1) {
                LOG.warnf("a batch of %d records cannot be applied as one: %s", batch.size(), e.getMessage());
                batch.forEach(heard -> hearOnce(List.of(heard)));
            } else {
                Heard.Origin origin = batch.getFirst().origin();
                LOG.errorf(e, "record %d of %s-%d is put aside", origin.offset(), origin.topic(), origin.partition());
                hearing.hear(List.of(new Heard.Unreadable(origin, "cannot be applied: " + e.getMessage())));
            }
        }
    }
}
