package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How far a thing that a person must do has come. */
public enum TaskState {
    /** It is to be done. */
    OPENED("opened"),
    /** Its time is nearly up, or it was reminded of. */
    DUE("due"),
    /** Its time is up. */
    OVERDUE("overdue"),
    /** It is done, or no longer to be done. */
    CLOSED("closed");

    private final String label;

    TaskState(String label) {
        this.label = label;
    }

    /**
     * The value of this label.
     *
     * @throws IllegalArgumentException naming the labels there are
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TaskState of(String label) {
        return parse(label)
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(values()).map(TaskState::label).collect(Collectors.joining(", "))));
    }

    /** The value of this label, or empty. */
    public static Optional<TaskState> parse(String label) {
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
