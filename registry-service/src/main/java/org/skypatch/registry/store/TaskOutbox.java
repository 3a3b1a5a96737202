package org.skypatch.registry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.skypatch.contracts.registry.TaskChanged;
import org.skypatch.contracts.topic.Topic;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.edge.outbox.Outbox;
import org.skypatch.edge.outbox.OutgoingMessage;

/** Tells people's tasks on {@code registry-tasks}, with the transaction that changes them. */
@ApplicationScoped
class TaskOutbox {

    private static final String TYPE = "task-changed";

    private final DataSource database;
    private final ObjectMapper json;
    private final AfterCommit afterCommit;

    TaskOutbox(DataSource database, ObjectMapper doors, AfterCommit afterCommit) {
        this.database = database;
        this.json = JsonHabits.forTopics(doors);
        this.afterCommit = afterCommit;
    }

    /** Sends the tasks out, in this order. */
    void tell(List<TaskChanged> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            Outbox.append(connection, tasks.stream().map(this::message).toList());
        } catch (SQLException e) {
            throw new IllegalStateException("tasks could not be told", e);
        }
        afterCommit.publish();
    }

    private OutgoingMessage message(TaskChanged task) {
        try {
            return new OutgoingMessage(
                    Topic.REGISTRY_TASKS,
                    task.id(),
                    TYPE,
                    task.subject(),
                    json.writeValueAsString(task).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a task cannot be written as JSON", e);
        }
    }
}
