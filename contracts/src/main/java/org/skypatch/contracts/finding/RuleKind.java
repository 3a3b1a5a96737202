package org.skypatch.contracts.finding;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a finding means: a breach rests on a legal basis that forbids it, an indicator only looks wrong. */
public enum RuleKind {
    BREACH("breach"),
    INDICATOR("indicator");

    private final String label;

    RuleKind(String label) {
        this.label = label;
    }

    /**
     * The value of this label.
     *
     * @throws IllegalArgumentException naming the labels there are
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RuleKind of(String label) {
        return parse(label)
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(values()).map(RuleKind::label).collect(Collectors.joining(", "))));
    }

    /** The value of this label, or empty. */
    public static Optional<RuleKind> parse(String label) {
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
