package org.skypatch.contracts.trade;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * The catalogue id of a controlled substance, blend or waste, such as {@code hcfc-22}, {@code r-410a} or
 * {@code a1160}; lower-case letters, digits, dots and hyphens.
 */
public record CommodityId(String value) implements Comparable<CommodityId> {

    public CommodityId {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.isBlank()) {
            throw new IllegalArgumentException("must not be blank");
        }
        if (!value.matches("[a-z0-9][a-z0-9.()/,-]{0,79}")) {
            throw new IllegalArgumentException("must be a catalogue id such as hcfc-22");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CommodityId of(String value) {
        return new CommodityId(value);
    }

    @Override
    public int compareTo(CommodityId other) {
        return value.compareTo(other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
