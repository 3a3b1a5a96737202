package org.skypatch.notification.alert;

import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.finding.FindingEvent;
import org.skypatch.contracts.registry.TaskChanged;

/** A record of the topics {@code findings} and {@code registry-tasks}: read, or unreadable. */
public sealed interface Heard {

    Origin origin();

    /**
     * Where a record lies on its topic, and what it holds.
     *
     * @param payload the bytes; none for a tombstone
     */
    record Origin(
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            byte @Nullable [] payload) {}

    /** News of an administration. */
    record AdministrationNews(Origin origin, Administration administration) implements Heard {}

    /** A record that says something. */
    record News(Origin origin, FindingEvent event) implements Heard {}

    /** A record that tells of a task. */
    record TaskNews(Origin origin, TaskChanged message) implements Heard {}

    /** A record that cannot be read or applied. */
    record Unreadable(Origin origin, String reason) implements Heard {}
}
