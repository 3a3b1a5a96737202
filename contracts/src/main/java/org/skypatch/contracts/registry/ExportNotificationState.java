package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a Rotterdam export notification stands (Article 12). */
public enum ExportNotificationState {
    /** Sent to the importing Party. */
    SENT("sent"),
    /** Sent again after 30 days without acknowledgement (Article 12(4)). */
    SECOND_SENT("second-sent"),
    /** The importing Party has acknowledged it. */
    ACKNOWLEDGED("acknowledged"),
    /** Both went without acknowledgement. */
    UNACKNOWLEDGED("unacknowledged"),
    /** The importing Party has waived it. */
    WAIVED("waived"),
    /** No longer due (Article 12(5)). */
    CEASED("ceased");

    private final String label;

    ExportNotificationState(String label) {
        this.label = label;
    }

    /**
     * The value of this label.
     *
     * @throws IllegalArgumentException naming the labels there are
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ExportNotificationState of(String label) {
        return parse(label)
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(values())
                                .map(ExportNotificationState::label)
                                .collect(Collectors.joining(", "))));
    }

    /** The value of this label, or empty. */
    public static Optional<ExportNotificationState> parse(String label) {
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
