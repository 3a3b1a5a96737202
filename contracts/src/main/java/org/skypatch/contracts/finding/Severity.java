package org.skypatch.contracts.finding;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How much a finding weighs; declared from the lightest to the heaviest. */
public enum Severity {
    LOW("low"),
    MEDIUM("medium"),
    HIGH("high"),
    CRITICAL("critical");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    /**
     * The value of this label.
     *
     * @throws IllegalArgumentException naming the labels there are
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Severity of(String label) {
        return parse(label)
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(values()).map(Severity::label).collect(Collectors.joining(", "))));
    }

    /** The value of this label, or empty. */
    public static Optional<Severity> parse(String label) {
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
