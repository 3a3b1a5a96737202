package org.skypatch.notification.alert;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.skypatch.contracts.registry.TaskChanged;
import org.skypatch.contracts.registry.TaskState;

/**
 * One message that was heard of a task. Whoever was told of a task once goes on seeing what becomes of it.
 *
 * @param event id of the message
 * @param at when it came about, by the business clock
 * @param toldTo those whom it was addressed to
 */
public record TaskStep(UUID task, UUID event, TaskState state, Instant at, SortedSet<AudienceKey> toldTo) {

    public TaskStep {
        toldTo = Collections.unmodifiableSortedSet(new TreeSet<>(toldTo));
    }

    /** The step that a message makes. */
    public static TaskStep of(TaskChanged message) {
        return new TaskStep(
                message.task(),
                message.id(),
                message.state(),
                message.at(),
                message.addressees().stream()
                        .flatMap(addressee -> AudienceKey.ofAddressee(addressee).stream())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
