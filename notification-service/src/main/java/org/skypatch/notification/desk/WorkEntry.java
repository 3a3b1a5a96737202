package org.skypatch.notification.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;

/**
 * One line of the history of a desk's work on an alert.
 *
 * @param revision of the work after it
 * @param at by the business clock
 * @param what acknowledge, comment, assign, resolve, dismiss, snooze; reopened, passed-on
 * @param by none where the service did it
 * @param detail the person assigned, the outcome, the instant until which it is put off, or whom it was passed on to
 */
public record WorkEntry(
        long revision,
        Instant at,
        String what,
        @Nullable AdministrationId by,
        @Nullable String person,
        @Nullable String detail,
        @Nullable String words) {

    /** The line that a move makes. */
    public static WorkEntry of(Work after, Instant at, WorkMove move, AdministrationId by, @Nullable String person) {
        return new WorkEntry(
                after.revision(),
                at,
                move.label(),
                by,
                person,
                switch (move) {
                    case WorkMove.Assign assign -> assign.to();
                    case WorkMove.Resolve resolve -> resolve.outcome().label();
                    case WorkMove.Dismiss dismiss -> dismiss.outcome().label();
                    case WorkMove.Snooze snooze -> snooze.until().toString();
                    case WorkMove.Acknowledge _ -> null;
                    case WorkMove.Comment _ -> null;
                },
                move.words().orElse(null));
    }
}
