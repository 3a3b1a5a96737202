package org.skypatch.notification.alert;

import java.util.Arrays;
import java.util.Optional;

/** Whether the finding of an alert stands. What people make of it is another matter. */
public enum AlertState {
    OPEN("open"),
    CLEARED("cleared");

    private final String label;

    AlertState(String label) {
        this.label = label;
    }

    /** How the value is written in JSON and in the database. */
    public String label() {
        return label;
    }

    /** The value of this label, or empty. */
    public static Optional<AlertState> parse(String label) {
        return Arrays.stream(values())
                .filter(value -> value.label.equals(label))
                .findFirst();
    }
}
