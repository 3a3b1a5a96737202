package org.skypatch.notification.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.TaskChanged;
import org.skypatch.notification.alert.Heard;

/** Reads the bytes of a record of the topic {@code registry-tasks}, and says what is wrong with those it cannot read. */
final class TaskReader {

    private final ObjectMapper json;

    /**
     * @param json the mapper of the topics
     */
    TaskReader(ObjectMapper json) {
        this.json = json;
    }

    /** The record as news of a task, or why it cannot be read. */
    Heard read(Heard.Origin origin) {
        byte @Nullable [] payload = origin.payload();
        if (payload == null || payload.length == 0) {
            return new Heard.Unreadable(origin, "the record is empty");
        }
        try {
            @Nullable TaskChanged message = json.readValue(payload, TaskChanged.class);
            if (message == null) {
                return new Heard.Unreadable(origin, "the record says null");
            }
            List<String> missing = missing(message);
            return missing.isEmpty()
                    ? new Heard.TaskNews(origin, message)
                    : new Heard.Unreadable(origin, "missing: " + String.join(", ", missing));
        } catch (IOException e) {
            return new Heard.Unreadable(origin, FindingEventReader.reason(e));
        }
    }

    private static List<String> missing(TaskChanged message) {
        List<String> missing = new ArrayList<>();
        FindingEventReader.require(missing, "/id", message.id());
        FindingEventReader.require(missing, "/at", message.at());
        FindingEventReader.require(missing, "/task", message.task());
        FindingEventReader.require(missing, "/kind", message.kind());
        FindingEventReader.require(missing, "/state", message.state());
        FindingEventReader.require(missing, "/subject", message.subject());
        FindingEventReader.require(missing, "/sentence", message.sentence());
        if (message.sentence() != null) {
            FindingEventReader.require(
                    missing, "/sentence/key", message.sentence().key());
        }
        return missing;
    }
}
