package org.skypatch.contracts.trade;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * A volume in cubic metres: decimal, never negative; written as a decimal string. At most 9 digits before and 6 after the
 * point.
 *
 * @throws IllegalArgumentException if the number is negative or out of these bounds
 */
public record Volume(BigDecimal value) implements Comparable<Volume> {

    public static final Volume ZERO = new Volume(BigDecimal.ZERO);

    private static final int MOST_DECIMALS = 6;
    private static final int MOST_DIGITS = 9;

    public Volume {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("must not be negative");
        }
        if (Math.abs((long) value.scale()) > 100 || value.precision() > 100) {
            throw new IllegalArgumentException("must be cubic metres of at most 9 digits and 6 decimals");
        }
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (value.scale() > MOST_DECIMALS || value.precision() - value.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException("must be cubic metres of at most 9 digits and 6 decimals");
        }
        if (value.scale() < 0) {
            value = value.setScale(0);
        }
    }

    /**
     * A volume from its decimal writing, such as {@code 42.5}.
     *
     * @throws IllegalArgumentException if the text is not a decimal number, or too large
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Volume of(String cubicMetres) {
        if (!cubicMetres.matches("[+-]?[0-9]{1,30}(\\.[0-9]{1,30})?")) {
            throw new IllegalArgumentException("must be a decimal number of cubic metres such as 42.5");
        }
        return new Volume(new BigDecimal(cubicMetres));
    }

    @Override
    public int compareTo(Volume other) {
        return value.compareTo(other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
