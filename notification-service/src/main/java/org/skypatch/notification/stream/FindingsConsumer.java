package org.skypatch.notification.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.notification.alert.Heard;
import org.skypatch.notification.alert.NewsBell;

/**
 * Consumes the topic {@code findings}: one batch at a time, one transaction for a batch, the offset committed afterwards. A
 * record that cannot be applied is put aside; while the database is away the batch waits, and nothing is skipped.
 */
@ApplicationScoped
public class FindingsConsumer {

    private final PatientHearing hearing;
    private final FindingEventReader reader;
    private final NewsBell bell;

    FindingsConsumer(PatientHearing hearing, ObjectMapper json, NewsBell bell) {
        this.hearing = hearing;
        this.reader = new FindingEventReader(JsonHabits.forTopics(json));
        this.bell = bell;
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
        hearing.hear(batch);
        bell.ring();
    }
}
