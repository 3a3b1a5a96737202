package org.skypatch.notification.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.notification.desk.Work;
import org.skypatch.notification.desk.WorkEntry;

/**
 * What the reader's own desk has made of an alert.
 *
 * @param state open, acknowledged, in-progress, resolved or dismissed
 * @param escalation how often it was passed on because nobody acknowledged it
 * @param allowed the moves that are allowed now
 * @param revision for {@code If-Match}
 * @param done what was done, oldest first; only when one alert is asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkShown(
        String state,
        @Nullable String assignee,
        @Nullable Instant snoozedUntil,
        @Nullable String outcome,
        int escalation,
        List<String> allowed,
        long revision,
        @Nullable List<Done> done) {

    /** One line of the history. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Done(
            Instant at,
            String what,
            @Nullable String by,
            @Nullable String person,
            @Nullable String detail,
            @Nullable String words) {

        private static Done of(WorkEntry entry) {
            return new Done(
                    entry.at(),
                    entry.what(),
                    entry.by() == null ? null : entry.by().value(),
                    entry.person(),
                    entry.detail(),
                    entry.words());
        }
    }

    static WorkShown of(Work work, @Nullable List<WorkEntry> history) {
        return new WorkShown(
                work.state().label(),
                work.assignee(),
                work.snoozedUntil(),
                work.outcome() == null ? null : work.outcome().label(),
                work.escalation(),
                work.allowed(),
                work.revision(),
                history == null ? null : history.stream().map(Done::of).toList());
    }
}
