package org.skypatch.notification.alert;

import java.util.Arrays;
import java.util.Optional;

/** What a stream tells; the label is the event name of the stream. */
public enum NewsType {
    ALERT_RAISED("alert-raised"),
    ALERT_ESCALATED("alert-escalated"),
    ALERT_CHANGED("alert-changed"),
    ALERT_CLEARED("alert-cleared"),
    ALERT_UNACKNOWLEDGED("alert-unacknowledged"),
    DEPARTURE_NOTICE("departure-notice");

    private final String label;

    NewsType(String label) {
        this.label = label;
    }

    /** How the value is written in the stream and in the database. */
    public String label() {
        return label;
    }

    /** The value of this label, or empty. */
    public static Optional<NewsType> parse(String label) {
        return Arrays.stream(values())
                .filter(value -> value.label.equals(label))
                .findFirst();
    }
}
