package org.skypatch.contracts.customs;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who may see a suspicion: its reporter alone, administrations named in it, or all that see the movement. */
public enum Handling {
    OWN("own"),
    NAMED("named"),
    ALL("all");

    private final String label;

    Handling(String label) {
        this.label = label;
    }

    /**
     * The value of this label.
     *
     * @throws IllegalArgumentException naming the labels there are
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Handling of(String label) {
        return parse(label)
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(values()).map(Handling::label).collect(Collectors.joining(", "))));
    }

    /** The value of this label, or empty. */
    public static Optional<Handling> parse(String label) {
        return Arrays.stream(values())
                .filter(value -> value.label.equals(label))
                .findFirst();
    }

    /** How the value is written in JSON and in the database. */
    @JsonValue
    public String label() {
        return label;
    }
}
