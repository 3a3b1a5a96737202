package org.skypatch.contracts.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The conventions that an authority decides for. */
public enum Competence {
    /** Montreal Protocol. */
    OZONE("ozone"),
    /** Basel Convention. */
    BASEL("basel"),
    /** Rotterdam Convention. */
    PIC("pic"),
    /** Stockholm Convention. */
    POP("pop");

    private final String label;

    Competence(String label) {
        this.label = label;
    }

    /**
     * The value of this label.
     *
     * @throws IllegalArgumentException naming the labels there are
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Competence of(String label) {
        return parse(label)
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(values()).map(Competence::label).collect(Collectors.joining(", "))));
    }

    /** The value of this label, or empty. */
    public static Optional<Competence> parse(String label) {
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
