package org.skypatch.tracking.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.tracking.process.ParkedRecords;
import org.skypatch.tracking.process.ParkedRecords.ParkedRecord;
import org.skypatch.tracking.process.RegistryFacts;

/** Keeps tracking's own copy of the registry's records. */
@ApplicationScoped
public class RegistryEventConsumer {

    private final RegistryFacts facts;
    private final ParkedRecords parked;
    private final ObjectMapper json;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Patience patience = new Patience(stopping);

    RegistryEventConsumer(RegistryFacts facts, ParkedRecords parked, ObjectMapper doors) {
        this.facts = facts;
        this.parked = parked;
        this.json = JsonHabits.forTopics(doors);
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.set(true);
    }

    private record Read(ConsumerRecord<String, byte[]> record, RegistryEvent event) {}

    @Incoming("registry-events")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        List<Read> batch = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> record : records) {
            byte[] payload = record.value();
            if (payload == null) {
                continue;
            }
            try {
                batch.add(new Read(record, json.readValue(payload, RegistryEvent.class)));
            } catch (IOException | IllegalArgumentException e) {
                park(record, null, "cannot be read: " + e.getMessage());
            }
        }
        patience.untilDone(() -> Halving.apply(
                batch,
                part -> facts.keep(part.stream().map(Read::event).toList()),
                (read, reason) -> park(read.record(), null, reason)));
    }

    private void park(ConsumerRecord<String, byte[]> record, @Nullable UUID event, String reason) {
        patience.untilDone(() -> parked.park(
                new ParkedRecord(
                        record.topic(), record.partition(), record.offset(), record.key(), record.value(), event),
                reason));
    }
}
