package org.skypatch.contracts.trade;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A number of the UN list of dangerous goods such as {@code 1018}, kept as typed.
 */
public record UnNumber(String value) implements Comparable<UnNumber> {

    public UnNumber {
        value = value.strip();
        if (value.isBlank()) {
            throw new IllegalArgumentException("must not be blank");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static UnNumber of(String value) {
        return new UnNumber(value);
    }

    @Override
    public int compareTo(UnNumber other) {
        return value.compareTo(other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
