package org.skypatch.contracts.trade;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The identifier of a trader in the register of its country, kept as typed, such as {@code NL-EORI-8100001}.
 */
public record TraderId(String value) implements Comparable<TraderId> {

    public TraderId {
        value = value.strip();
        if (value.isBlank()) {
            throw new IllegalArgumentException("must not be blank");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TraderId of(String value) {
        return new TraderId(value);
    }

    @Override
    public int compareTo(TraderId other) {
        return value.compareTo(other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
