package org.skypatch.tracking.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.tracking.movement.ReferenceKey;
import org.skypatch.tracking.process.CustomsEventTopic;

/** Writes customs events to Kafka, and waits for all in-sync replicas. */
@ApplicationScoped
public class SmallRyeCustomsEventTopic implements CustomsEventTopic {

    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(8);

    private final MutinyEmitter<byte[]> broker;
    private final ObjectMapper json;

    SmallRyeCustomsEventTopic(
            @Channel("accepted-events") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 100_000)
                    MutinyEmitter<byte[]> broker,
            ObjectMapper doors) {
        this.broker = broker;
        this.json = JsonHabits.forTopics(doors).setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY);
    }

    @Override
    public void publish(List<RecordedEvent> events) throws Unavailable {
        if (events.isEmpty()) {
            return;
        }
        List<Uni<Void>> sent = events.stream()
                .map(event -> broker.sendMessage(Message.of(write(event)).addMetadata(metadata(event))))
                .toList();
        try {
            Uni.join().all(sent).andFailFast().await().atMost(ACKNOWLEDGED_WITHIN);
        } catch (RuntimeException e) {
            throw new Unavailable(e);
        }
    }

    private byte[] write(RecordedEvent event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OutgoingKafkaRecordMetadata<String> metadata(RecordedEvent event) {
        RecordHeaders headers = new RecordHeaders();
        header(headers, "ce_specversion", "1.0");
        header(headers, "ce_id", event.id().toString());
        header(headers, "ce_type", event.event().type().label());
        header(headers, "ce_source", "/" + event.event().reportedBy());
        header(headers, "content-type", "application/json");
        return OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(key(event))
                .withHeaders(headers)
                .build();
    }

    private static void header(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** The decisive reference, so that what belongs together mostly travels together; else the event's own id. */
    private static String key(RecordedEvent event) {
        return ReferenceKey.of(event).stream()
                .filter(key -> key.kind().isDecisive())
                .findFirst()
                .map(key -> key.kind() + " " + key.value())
                .orElseGet(() -> event.id().toString());
    }
}
