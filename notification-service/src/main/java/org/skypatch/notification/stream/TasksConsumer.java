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

/** Consumes the topic {@code registry-tasks}, under the same promises as {@link FindingsConsumer}. */
@ApplicationScoped
public class TasksConsumer {

    private final PatientHearing hearing;
    private final TaskReader reader;

    TasksConsumer(PatientHearing hearing, ObjectMapper json) {
        this.hearing = hearing;
        this.reader = new TaskReader(JsonHabits.forTopics(json));
    }

    /** Blocking and in order: on a virtual thread the framework would run batches side by side. */
    @Incoming("registry-tasks")
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) throws InterruptedException {
        List<Heard> batch = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> message : records) {
            batch.add(reader.read(new Heard.Origin(
                    message.topic(), message.partition(), message.offset(), message.key(), message.value())));
        }
        hearing.hear(batch);
    }
}
