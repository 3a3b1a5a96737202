package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What one State concerned has made of a notification (Basel Convention, Article 6). */
public enum DecisionState {
    /** The State has not been heard of. */
    AWAITED("awaited"),
    /** It has received the notification. */
    ACKNOWLEDGED("acknowledged"),
    /** It waits for information from the exporter. */
    INFORMATION_ASKED("information-asked"),
    /** Written consent. */
    CONSENTED("consented"),
    /** Written consent under conditions. */
    WITH_CONDITIONS("with-conditions"),
    /** Refused. */
    OBJECTED("objected"),
    /** A transit State that has waived written consent was silent for 60 days from its own receipt (Article 6(4)), or an agreement lets silence count. */
    PRESUMED("presumed");

    private final String label;

    DecisionState(String label) {
        this.label = label;
    }

    /**
     * The value of this label.
     *
     * @throws IllegalArgumentException naming the labels there are
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DecisionState of(String label) {
        return parse(label)
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(values()).map(DecisionState::label).collect(Collectors.joining(", "))));
    }

    /** The value of this label, or empty. */
    public static Optional<DecisionState> parse(String label) {
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
