package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a notification of a transboundary movement of waste stands as a whole (Basel Convention, Article 6). */
public enum NotificationState {
    /** The State of export prepares it. */
    DRAFT("draft"),
    /** The exporter has handed it in. */
    SUBMITTED("submitted"),
    /** Sent to the States concerned. */
    FORWARDED("forwarded"),
    /** The State of export does not let it go out. */
    NOT_FORWARDED("not-forwarded"),
    /** Every State concerned has consented, the contract and any guarantee are on file. */
    ACTIVE("active"),
    /** Nothing may start for the time being. */
    SUSPENDED("suspended"),
    /** A State concerned has taken its consent back. */
    CONSENT_WITHDRAWN("consent-withdrawn"),
    /** The exporter has asked for a change after consent. */
    CHANGE_REQUESTED("change-requested"),
    /** All shipments are completed. */
    COMPLETED("completed"),
    /** The exporter or the State of export has taken it back. */
    WITHDRAWN("withdrawn"),
    /** Its period is over. */
    EXPIRED("expired");

    private final String label;

    NotificationState(String label) {
        this.label = label;
    }

    /**
     * The value of this label.
     *
     * @throws IllegalArgumentException naming the labels there are
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static NotificationState of(String label) {
        return parse(label)
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(values()).map(NotificationState::label).collect(Collectors.joining(", "))));
    }

    /** The value of this label, or empty. */
    public static Optional<NotificationState> parse(String label) {
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
