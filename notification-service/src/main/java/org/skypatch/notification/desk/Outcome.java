package org.skypatch.notification.desk;

import java.util.Arrays;

/** What an alert turned out to be. Outcomes make the precision of its rule. */
public enum Outcome {
    CONFIRMED_ILLEGAL("confirmed-illegal", true),
    IRREGULAR("irregular", true),
    ERROR_IN_DATA("error-in-data", false),
    INNOCENT("innocent", false);

    private final String label;
    private final boolean isRight;

    Outcome(String label, boolean isRight) {
        this.label = label;
        this.isRight = isRight;
    }

    /** How the value is written in JSON and in the database. */
    public String label() {
        return label;
    }

    /** Whether the rule was right to speak up. */
    public boolean isRight() {
        return isRight;
    }

    /**
     * The value of this label.
     *
     * @throws IllegalArgumentException naming the labels there are
     */
    public static Outcome of(String label) {
        return Arrays.stream(values())
                .filter(value -> value.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "must be confirmed-illegal, irregular, error-in-data or innocent"));
    }
}
