package org.skypatch.notification.subscription;

import java.util.Arrays;
import java.util.Optional;

/** The part that a country has in a movement. */
public enum MovementRole {
    DISPATCH("dispatch"),
    DESTINATION("destination"),
    TRANSIT("transit"),
    ORIGIN("origin");

    private final String label;

    MovementRole(String label) {
        this.label = label;
    }

    /** How the value is written in JSON and in the database. */
    public String label() {
        return label;
    }

    /** The value of this label, or empty. */
    public static Optional<MovementRole> parse(String label) {
        return Arrays.stream(values())
                .filter(value -> value.label.equals(label))
                .findFirst();
    }
}
