package org.skypatch.contracts.trade;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A code of the Harmonized System (WCO), kept as typed; {@link #digits()} compares codes written with and without
 * dots.
 */
public record HsCode(String value) implements Comparable<HsCode> {

    public HsCode {
        value = value.strip();
        if (value.isBlank()) {
            throw new IllegalArgumentException("must not be blank");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static HsCode of(String value) {
        return new HsCode(value);
    }

    /** The digits alone: {@code 290371} for {@code 2903.71}. */
    public String digits() {
        return value.replaceAll("[^0-9]", "");
    }

    @Override
    public int compareTo(HsCode other) {
        return value.compareTo(other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
