package org.skypatch.notification.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.notification.alert.FindingsHearing;
import org.skypatch.notification.alert.Heard;
import org.skypatch.notification.alert.NewsBell;
import org.skypatch.notification.alert.TryAgainLater;

/**
 * Consumes the topic {@code findings}: one batch at a time, one transaction for a batch, the offset committed afterwards. A
 * record that cannot be applied is put aside; while the database is away the batch waits, and nothing is skipped.
 */
@ApplicationScoped
public class FindingsConsumer {

    private static final Logger LOG = Logger.getLogger(FindingsConsumer.class);
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final FindingsHearing hearing;
    private final FindingEventReader reader;
    private final NewsBell bell;
    private final CountDownLatch stopping = new CountDownLatch(1);

    FindingsConsumer(FindingsHearing hearing, ObjectMapper json, NewsBell bell) {
        this.hearing = hearing;
        this.reader = new FindingEventReader(JsonHabits.forTopics(json));
        this.bell = bell;
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.countDown();
    }

    /** Blocking and in order: on a virtual thread the framework would run batches side by side. */
    @Incoming("findings")
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) throws InterruptedException {
        List<Heard> batch = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> message : records) {
            batch.add(reader.read(new Heard.Origin(
                    message.topic(), message.partition(), message.offset(), message.key(), message.value())));
        }
        hearPatiently(batch);
        bell.ring();
    }

    private void hearPatiently(List<Heard> batch) throws InterruptedException {
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                hear(batch);
                return;
            } catch (TryAgainLater e) {
                LOG.warnf("%d findings wait for the database: %s", batch.size(), e.getMessage());
            } catch (RuntimeException e) {
                LOG.errorf(e, "%d findings can neither be applied nor put aside, trying again", batch.size());
            }
            if (stopping.await(pause, TimeUnit.MILLISECONDS)) {
                throw new InterruptedException("stopping; the batch comes again");
            }
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
    }

    /** All in one transaction; if something in it cannot be applied, each by itself, and that one is put aside. */
    private void hear(List<Heard> batch) {
        try {
            hearing.hear(batch);
        } catch (TryAgainLater e) {
            throw e;
        } catch (RuntimeException e) {
            if (batch.size() > 1) {
                LOG.warnf("a batch of %d findings cannot be applied as one: %s", batch.size(), e.getMessage());
                batch.forEach(heard -> hear(List.of(heard)));
            } else {
                Heard.Origin origin = batch.getFirst().origin();
                LOG.errorf(e, "record %d of %s-%d is put aside", origin.offset(), origin.topic(), origin.partition());
                hearing.hear(List.of(new Heard.Unreadable(origin, "cannot be applied: " + e.getMessage())));
            }
        }
    }
}
