package org.skypatch.notification.alert;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.skypatch.contracts.finding.FindingEvent;
import org.skypatch.contracts.finding.Severity;

/**
 * One message that was heard of an alert.
 *
 * @param event id of the message
 * @param at when it came about, by the business clock
 */
public record AlertStep(UUID alert, UUID event, Kind kind, Severity severity, Instant at) {

    /** What the message said; declared in the order in which it can be said. */
    public enum Kind {
        RAISED("raised"),
        CHANGED("changed"),
        CLEARED("cleared");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** How the value is written in the database. */
        public String label() {
            return label;
        }

        /** The kind of this label. */
        public static Kind of(String label) {
            return Arrays.stream(values())
                    .filter(kind -> kind.label.equals(label))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such step: " + label));
        }

        /** What this message says of an alert. */
        public static Kind of(FindingEvent event) {
            return switch (event) {
                case FindingEvent.FindingRaised _ -> RAISED;
                case FindingEvent.FindingChanged _ -> CHANGED;
                case FindingEvent.FindingCleared _ -> CLEARED;
                case FindingEvent.DepartureNotified _ ->
                    throw new IllegalArgumentException("a departure notice is not an alert");
            };
        }
    }
}
