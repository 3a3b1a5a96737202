package org.skypatch.contracts.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a caller may do. */
public enum Role {
    /** Posts customs events. */
    REPORTER("reporter"),
    /** Asks and checks for a customs administration or authority. */
    OFFICER("officer"),
    /** Decides for its Party, within its competence. */
    AUTHORITY("authority"),
    /** Sees a region, non-nominally. */
    ANALYST("analyst"),
    /** Keeps the system healthy; sees non-nominal facts. */
    OPERATOR("operator"),
    /** Administers administrations, coverage, thresholds and the clock. */
    ADMIN("admin");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /**
     * The value of this label.
     *
     * @throws IllegalArgumentException naming the labels there are
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Role of(String label) {
        return parse(label)
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(values()).map(Role::label).collect(Collectors.joining(", "))));
    }

    /** The value of this label, or empty. */
    public static Optional<Role> parse(String label) {
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
