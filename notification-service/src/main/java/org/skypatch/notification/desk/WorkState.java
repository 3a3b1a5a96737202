package org.skypatch.notification.desk;

import java.util.Arrays;

/** How far people have come with an alert. Whether its finding stands is another matter. */
public enum WorkState {
    OPEN("open"),
    ACKNOWLEDGED("acknowledged"),
    IN_PROGRESS("in-progress"),
    RESOLVED("resolved"),
    DISMISSED("dismissed");

    private final String label;

    WorkState(String label) {
        this.label = label;
    }

    /** How the value is written in JSON and in the database. */
    public String label() {
        return label;
    }

    /** Whether it ended with an outcome. */
    public boolean isEnd() {
        return this == RESOLVED || this == DISMISSED;
    }

    /**
     * The value of this label.
     *
     * @throws IllegalArgumentException naming the labels there are
     */
    public static WorkState of(String label) {
        return Arrays.stream(values())
                .filter(value -> value.label.equals(label))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("must be open, acknowledged, in-progress, resolved or dismissed"));
    }
}
