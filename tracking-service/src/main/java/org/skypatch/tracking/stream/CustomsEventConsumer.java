package org.skypatch.tracking.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.tracking.movement.EventIds;
import org.skypatch.tracking.process.CustomsEventProcessing;
import org.skypatch.tracking.process.ParkedRecords;
import org.skypatch.tracking.process.ParkedRecords.ParkedRecord;
import org.skypatch.tracking.process.Registers;
import org.skypatch.tracking.process.Transactions.DatabaseUnavailable;

/**
 * Applies customs events batch by batch. What cannot be read or applied is parked with its reason, one record at a time,
 * and the others go on; while the database is away, or the catalogue has not arrived, it waits. One batch after the other:
 * on virtual threads the framework would run them side by side and commit a later offset before an earlier batch is safe.
 */
@ApplicationScoped
public class CustomsEventConsumer {

    private static final Logger LOG = Logger.getLogger(CustomsEventConsumer.class);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final CustomsEventProcessing processing;
    private final ParkedRecords parked;
    private final Registers registers;
    private final ObjectMapper json;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Patience patience = new Patience(stopping);

    CustomsEventConsumer(
            CustomsEventProcessing processing, ParkedRecords parked, Registers registers, ObjectMapper doors) {
        this.processing = processing;
        this.parked = parked;
        this.registers = registers;
        this.json = JsonHabits.forTopics(doors);
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.set(true);
    }

    private record Read(ConsumerRecord<String, byte[]> record, RecordedEvent event) {}

    @Incoming("customs-events")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        List<Read> batch = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                batch.add(new Read(record, read(record.value())));
            } catch (IOException | IllegalArgumentException e) {
                park(record, null, "cannot be read: " + e.getMessage());
            }
        }
        patience.untilDone(this::awaitCatalogue);
        patience.untilDone(() -> apply(batch));
    }

    private void apply(List<Read> batch) {
        Halving.apply(
                batch,
                part -> processing.apply(part.stream().map(Read::event).toList()),
                (read, reason) -> park(read.record(), read.event().id(), reason));
    }

    private void park(ConsumerRecord<String, byte[]> record, @Nullable UUID event, String reason) {
        patience.untilDone(() -> parked.park(
                new ParkedRecord(
                        record.topic(), record.partition(), record.offset(), record.key(), record.value(), event),
                reason));
    }

    private void awaitCatalogue() {
        while (!registers.current().isComplete()) {
            if (stopping.get()) {
                throw new DatabaseUnavailable(new IllegalStateException("stopping before the catalogue has arrived"));
            }
            LOG.info("waiting for the registry's catalogue");
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DatabaseUnavailable(e);
            }
        }
    }

    private RecordedEvent read(byte @Nullable [] payload) throws IOException {
        if (payload == null) {
            throw new IllegalArgumentException("the record is empty");
        }
        RecordedEvent event = json.readValue(payload, RecordedEvent.class);
        if (event == null || event.event() == null || event.id() == null || event.recordedAt() == null) {
            throw new IllegalArgumentException("the record is not a recorded event");
        }
        if (!event.id()
                .equals(EventIds.of(event.event().reportedBy(), event.event().eventId()))) {
            throw new IllegalArgumentException("the id is not that of the reporter's event");
        }
        if (event.recordedAt().isBefore(EARLIEST) || event.recordedAt().isAfter(LATEST)) {
            throw new IllegalArgumentException("the time of recording is out of bounds");
        }
        if (event.contentHash() == null || !event.contentHash().matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("the content hash is not a SHA-256");
        }
        return event;
    }
}
