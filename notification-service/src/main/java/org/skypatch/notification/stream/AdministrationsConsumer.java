package org.skypatch.notification.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.AdministrationFact;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.notification.alert.Administration;
import org.skypatch.notification.alert.Heard;

/**
 * Consumes from {@code registry-events} what it says of administrations, under the same promises as
 * {@link FindingsConsumer}.
 */
@ApplicationScoped
public class AdministrationsConsumer {

    private static final String KIND = "administration";

    private final PatientHearing hearing;
    private final ObjectMapper json;

    AdministrationsConsumer(PatientHearing hearing, ObjectMapper json) {
        this.hearing = hearing;
        this.json = JsonHabits.forTopics(json);
    }

    /** Blocking and in order: on a virtual thread the framework would run batches side by side. */
    @Incoming("registry-events")
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) throws InterruptedException {
        List<Heard> batch = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> message : records) {
            read(message).ifPresent(batch::add);
        }
        if (!batch.isEmpty()) {
            hearing.hear(batch);
        }
    }

    /** What the record says of an administration; of everything else this service needs nothing. */
    private Optional<Heard> read(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return Optional.empty();
        }
        Heard.Origin origin = new Heard.Origin(
                message.topic(), message.partition(), message.offset(), message.key(), message.value());
        try {
            JsonNode record = json.readTree(message.value());
            if (!KIND.equals(record.path("kind").asText())) {
                return Optional.empty();
            }
            RegistryEvent event = json.treeToValue(record, RegistryEvent.class);
            return event instanceof RegistryEvent.AdministrationRecorded told
                            && !told.versions().isEmpty()
                    ? Optional.of(new Heard.AdministrationNews(origin, administration(told)))
                    : Optional.of(new Heard.Unreadable(origin, "it says nothing of an administration"));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(new Heard.Unreadable(origin, "cannot be read: " + e.getMessage()));
        }
    }

    private static Administration administration(RegistryEvent.AdministrationRecorded told) {
        AdministrationFact fact = told.versions().getLast().fact();
        return new Administration(
                fact.id().value(),
                told.revision(),
                fact.country() == null ? null : fact.country().value(),
                fact.region(),
                fact.deputies().stream().map(AdministrationId::value).toList());
    }
}
