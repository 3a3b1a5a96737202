package org.skypatch.registry.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.registry.balance.BalanceHearing;
import org.skypatch.registry.balance.BalanceHearing.Unreadable;

/**
 * Consumes the topic {@code balances}: one batch at a time, one transaction for a batch, the offset committed afterwards. A
 * record that is no balance is put aside; while the database is away the batch waits, and nothing is skipped.
 */
@ApplicationScoped
public class BalancesConsumer {

    private static final Logger LOG = Logger.getLogger(BalancesConsumer.class);
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final BalanceHearing hearing;
    private final BalanceReader reader;
    private final CountDownLatch stopping = new CountDownLatch(1);

    BalancesConsumer(BalanceHearing hearing, ObjectMapper doors) {
        this.hearing = hearing;
        this.reader = new BalanceReader(JsonHabits.forTopics(doors));
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.countDown();
    }

    /** Blocking and in order: on a virtual thread the framework would run batches side by side. */
    @Incoming("balances")
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) throws InterruptedException {
        BalanceReader.Batch batch = reader.read(records);
        for (Unreadable message : batch.unreadable()) {
            LOG.errorf(
                    "record %d of %s-%d is put aside: %s",
                    message.offset(), message.topic(), message.partition(), message.reason());
        }
        hear(batch.balances().size(), batch);
    }

    private void hear(int size, BalanceReader.Batch batch) throws InterruptedException {
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                hearing.hear(List.copyOf(batch.balances()), List.copyOf(batch.unreadable()));
                return;
            } catch (RuntimeException e) {
                LOG.warnf("%d balances wait for the database: %s", size, e.getMessage());
            }
            if (stopping.await(pause, TimeUnit.MILLISECONDS)) {
                throw new InterruptedException("stopping; the batch comes again");
            }
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
    }
}
