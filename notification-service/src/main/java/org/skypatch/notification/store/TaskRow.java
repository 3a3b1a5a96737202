package org.skypatch.notification.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.skypatch.contracts.registry.TaskChanged;
import org.skypatch.notification.alert.Task;

/** A task as it lies in a {@code body} column: the newest message of it. */
final class TaskRow {

    private TaskRow() {}

    static String write(ObjectMapper json, Task task) {
        try {
            return json.writeValueAsString(task.latest());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a task cannot be written", e);
        }
    }

    static Task read(ObjectMapper json, String body) {
        try {
            return new Task(json.readValue(body, TaskChanged.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored task cannot be read", e);
        }
    }
}
