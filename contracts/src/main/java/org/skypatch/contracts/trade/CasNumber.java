package org.skypatch.contracts.trade;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A CAS registry number such as {@code 75-45-6}, kept as typed.
 */
public record CasNumber(String value) implements Comparable<CasNumber> {

    public CasNumber {
        value = value.strip();
        if (value.isBlank()) {
            throw new IllegalArgumentException("must not be blank");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CasNumber of(String value) {
        return new CasNumber(value);
    }

    @Override
    public int compareTo(CasNumber other) {
        return value.compareTo(other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
