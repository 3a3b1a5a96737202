package org.skypatch.notification.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    /** What was heard of an alert. */
    List<AlertStep> steps(UUID alert);
}
