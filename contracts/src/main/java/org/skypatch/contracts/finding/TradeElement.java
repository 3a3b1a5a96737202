package org.skypatch.contracts.finding;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The six elements of trade of the report on illegal trade under UNEP Governing Council decision 24/4; a frame for the eye, never cited as law. */
public enum TradeElement {
    SUBSTANCE("substance"),
    GENERATION("generation"),
    TRANSPORT("transport"),
    TRANSBOUNDARY_MOVEMENT("transboundaryMovement"),
    USE("use"),
    DISPOSAL("disposal");

    private final String label;

    TradeElement(String label) {
        this.label = label;
    }

    /**
     * The value of this label.
     *
     * @throws IllegalArgumentException naming the labels there are
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TradeElement of(String label) {
        return parse(label)
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(values()).map(TradeElement::label).collect(Collectors.joining(", "))));
    }

    /** The value of this label, or empty. */
    public static Optional<TradeElement> parse(String label) {
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
