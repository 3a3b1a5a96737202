package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where one shipment under a Basel notification stands, by its movement document. */
public enum ShipmentState {
    /** Announced before it starts. */
    PRE_ANNOUNCED("pre-announced"),
    /** Under way. */
    STARTED("started"),
    /** Accepted by the facility. */
    RECEIVED("received"),
    /** Accepted in part. */
    PART_REJECTED("part-rejected"),
    /** Not accepted. */
    REJECTED("rejected"),
    /** Disposed of or recovered, with a certificate. */
    COMPLETED("completed"),
    /** Did not take place. */
    CANCELLED("cancelled");

    private final String label;

    ShipmentState(String label) {
        this.label = label;
    }

    /**
     * The value of this label.
     *
     * @throws IllegalArgumentException naming the labels there are
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ShipmentState of(String label) {
        return parse(label)
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(values()).map(ShipmentState::label).collect(Collectors.joining(", "))));
    }

    /** The value of this label, or empty. */
    public static Optional<ShipmentState> parse(String label) {
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
