package org.skypatch.notification.delivery;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How far a delivery has come. */
public enum DeliveryState {
    /** It waits for its next try. */
    PENDING("pending"),
    /** The endpoint has taken it. */
    DELIVERED("delivered"),
    /** It was given up. */
    FAILED("failed"),
    /** The subscriber may no longer see it, so it was not sent. */
    WITHHELD("withheld");

    private final String label;

    DeliveryState(String label) {
        this.label = label;
    }

    /**
     * The value of this label.
     *
     * @throws IllegalArgumentException naming the labels there are
     */
    public static DeliveryState of(String label) {
        return Arrays.stream(values())
                .filter(value -> value.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(values()).map(DeliveryState::label).collect(Collectors.joining(", "))));
    }

    /** How the value is written in JSON and in the database. */
    public String label() {
        return label;
    }
}
