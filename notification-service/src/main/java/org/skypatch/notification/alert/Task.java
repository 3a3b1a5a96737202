package org.skypatch.notification.alert;

import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.TaskChanged;

/**
 * Something that a person must do, as the registry tells it. Messages may come late or out of order: whatever the order,
 * the task stands as the newest message says. A task that was closed may be opened again.
 *
 * @param latest the newest message that was heard of it
 */
public record Task(TaskChanged latest) {

    private static final Comparator<TaskChanged> NEWEST = Comparator.comparing(TaskChanged::at)
            .thenComparing(TaskChanged::state)
            .thenComparing(TaskChanged::id);

    /** The task after a message, if it was known before or not. */
    static Task after(@Nullable Task known, TaskChanged message) {
        return known != null && NEWEST.compare(known.latest, message) > 0 ? known : new Task(message);
    }

    public UUID id() {
        return latest.task();
    }
}
