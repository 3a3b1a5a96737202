package org.skypatch.contracts.trade;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * An amount of derived tonnes, ODP-tonnes or CO2-equivalent tonnes: decimal, never negative; written as a decimal string.
 * Derived from a mass and the ODP or GWP of its commodity. At most 12 digits before and 9 after the point.
 *
 * @throws IllegalArgumentException if the number is negative or out of these bounds
 */
public record Tonnes(BigDecimal value) implements Comparable<Tonnes> {

    public static final Tonnes ZERO = new Tonnes(BigDecimal.ZERO);

    private static final int MOST_DECIMALS = 9;
    private static final int MOST_DIGITS = 12;

    public Tonnes {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("must not be negative");
        }
        if (Math.abs((long) value.scale()) > 100 || value.precision() > 100) {
            throw new IllegalArgumentException("must be tonnes of at most 12 digits and 9 decimals");
        }
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (value.scale() > MOST_DECIMALS || value.precision() - value.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException("must be tonnes of at most 12 digits and 9 decimals");
        }
        if (value.scale() < 0) {
            value = value.setScale(0);
        }
    }

    /**
     * Tonnes from their decimal writing, such as {@code 3.3}.
     *
     * @throws IllegalArgumentException if the text is not a decimal number, or too large
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Tonnes of(String tonnes) {
        if (!tonnes.matches("[+-]?[0-9]{1,30}(\\.[0-9]{1,30})?")) {
            throw new IllegalArgumentException("must be a decimal number of tonnes such as 3.3");
        }
        return new Tonnes(new BigDecimal(tonnes));
    }

    @Override
    public int compareTo(Tonnes other) {
        return value.compareTo(other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
