package org.skypatch.contracts.finding;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The stable code of a rule, such as {@code not-arrived}.
 */
public record RuleCode(String value) implements Comparable<RuleCode> {

    public RuleCode {
        if (value.isBlank()) {
            throw new IllegalArgumentException("must not be blank");
        }
        if (!value.matches("[a-z][a-z-]{2,60}")) {
            throw new IllegalArgumentException("must be a rule code such as not-arrived");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RuleCode of(String value) {
        return new RuleCode(value);
    }

    @Override
    public int compareTo(RuleCode other) {
        return value.compareTo(other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
