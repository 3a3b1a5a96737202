package org.skypatch.notification.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.skypatch.contracts.finding.FindingEvent;
import org.skypatch.contracts.sample.Samples;
import org.skypatch.contracts.topic.Topic;
import org.skypatch.embedded.testing.PostgresAndKafka;

/** Speaks on the topic {@code findings} as tracking would, and otherwise. */
public final class FindingsTopic implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", PostgresAndKafka.bootstrapServers(), "acks", "all", "linger.ms", 5),
            new StringSerializer(),
            new ByteArraySerializer());

    /** Says these, in this order; returns when the broker has them. */
    public void say(FindingEvent... events) {
        say(List.of(events));
    }

    /** Says these, in this order; returns when the broker has them. */
    public void say(List<? extends FindingEvent> events) {
        events.forEach(event -> send(event.movement().id(), bytes(event)));
        producer.flush();
    }

    /** Says something that may be anything, under the key of this movement. */
    public void sayBytes(UUID movement, String payload) {
        send(movement, payload.getBytes(StandardCharsets.UTF_8));
        producer.flush();
    }

    private void send(UUID movement, byte[] payload) {
        producer.send(new ProducerRecord<>(Topic.FINDINGS.topicName(), movement.toString(), payload));
    }

    private static byte[] bytes(FindingEvent event) {
        try {
            return Samples.JSON.writerFor(FindingEvent.class).writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
