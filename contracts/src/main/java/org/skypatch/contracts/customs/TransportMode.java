package org.skypatch.contracts.customs;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How goods travel. */
public enum TransportMode {
    SEA("sea"),
    AIR("air"),
    ROAD("road"),
    RAIL("rail"),
    INLAND_WATERWAY("inland-waterway"),
    POST("post");

    private final String label;

    TransportMode(String label) {
        this.label = label;
    }

    /**
     * The value of this label.
     *
     * @throws IllegalArgumentException naming the labels there are
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TransportMode of(String label) {
        return parse(label)
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(values()).map(TransportMode::label).collect(Collectors.joining(", "))));
    }

    /** The value of this label, or empty. */
    public static Optional<TransportMode> parse(String label) {
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
