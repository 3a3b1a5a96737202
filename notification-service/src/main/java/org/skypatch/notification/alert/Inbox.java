package org.skypatch.notification.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an audience can read: its alerts and departure notices, newest first. */
public interface Inbox {

    /** The place of a notice in a list: where the next page goes on. */
    record Place(Instant at, UUID id) {}

    /** Up to so many alerts of this audience, after the place. */
    List<Alert> alerts(AudienceKey audience, NoticeFilter filter, @Nullable Place after, int limit);

    /** Up to so many departure notices of this audience, after the place. */
    List<DepartureNotice> departures(AudienceKey audience, NoticeFilter filter, @Nullable Place after, int limit);

    /** The alert, if it is one of this audience's. */
    Optional<Alert> alert(AudienceKey audience, UUID id);

    /** Up to so many tasks of any of these, the last changed first, after the place. */
    List<Task> tasks(Set<AudienceKey> audiences, TaskFilter filter, @Nullable Place after, int limit);

    /** The task, if one of these was told of it. */
    Optional<Task> task(Set<AudienceKey> audiences, UUID id);

    /** What was heard of a task, oldest first. */
    List<TaskStep> taskSteps(UUID task);

    /** What was heard of an alert. */
    List<AlertStep> steps(UUID alert);
}
