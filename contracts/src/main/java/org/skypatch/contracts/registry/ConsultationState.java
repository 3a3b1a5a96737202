package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where an informal consultation between two ozone units stands (iPIC). */
public enum ConsultationState {
    /** Waits for the answer of the Party that was asked. */
    REQUESTED("requested"),
    /** Waits for the reply of the Party that asked. */
    INFORMATION_ASKED("information-asked"),
    /** The Party that was asked has nothing against it. */
    CONFIRMED("confirmed"),
    /** It has nothing against it under conditions. */
    WITH_CONDITIONS("with-conditions"),
    /** It advises against it, with a reason. */
    NOT_SUPPORTED("not-supported"),
    /** The Party that asked no longer wants to know. */
    WITHDRAWN("withdrawn"),
    /** Nobody answered in time; never a consent. */
    UNANSWERED("unanswered"),
    /** Another consultation stands in its place. */
    SUPERSEDED("superseded");

    private final String label;

    ConsultationState(String label) {
        this.label = label;
    }

    /**
     * The value of this label.
     *
     * @throws IllegalArgumentException naming the labels there are
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ConsultationState of(String label) {
        return parse(label)
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(values()).map(ConsultationState::label).collect(Collectors.joining(", "))));
    }

    /** The value of this label, or empty. */
    public static Optional<ConsultationState> parse(String label) {
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
