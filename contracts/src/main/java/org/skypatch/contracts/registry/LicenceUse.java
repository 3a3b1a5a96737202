package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a licence covers one movement or several. */
public enum LicenceUse {
    SINGLE("single"),
    MULTIPLE("multiple");

    private final String label;

    LicenceUse(String label) {
        this.label = label;
    }

    /**
     * The value of this label.
     *
     * @throws IllegalArgumentException naming the labels there are
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static LicenceUse of(String label) {
        return parse(label)
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(values()).map(LicenceUse::label).collect(Collectors.joining(", "))));
    }

    /** The value of this label, or empty. */
    public static Optional<LicenceUse> parse(String label) {
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
