package org.skypatch.contracts.trade;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * A mass in kilograms: decimal, never floating point, never negative; written as a decimal string. At most 12 digits
 * before and 6 after the point, so that sums stay exact.
 *
 * @throws IllegalArgumentException if the number is negative or out of these bounds
 */
public record Mass(BigDecimal kilograms) implements Comparable<Mass> {

    public static final Mass ZERO = new Mass(BigDecimal.ZERO);

    private static final int MOST_DECIMALS = 6;
    private static final int MOST_DIGITS = 12;

    public Mass {
        if (kilograms.signum() < 0) {
            throw new IllegalArgumentException("must not be negative");
        }
        if (Math.abs((long) kilograms.scale()) > 100 || kilograms.precision() > 100) {
            throw new IllegalArgumentException("must be a mass in kilograms of at most 12 digits and 6 decimals");
        }
        kilograms = kilograms.signum() == 0 ? BigDecimal.ZERO : kilograms.stripTrailingZeros();
        if (kilograms.scale() > MOST_DECIMALS || kilograms.precision() - kilograms.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException("must be a mass in kilograms of at most 12 digits and 6 decimals");
        }
        if (kilograms.scale() < 0) {
            kilograms = kilograms.setScale(0);
        }
    }

    /**
     * A mass from its decimal writing, such as {@code 13.6}.
     *
     * @throws IllegalArgumentException if the text is not a decimal number, or too large
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Mass ofKilograms(String kilograms) {
        if (!kilograms.matches("[+-]?[0-9]{1,30}(\\.[0-9]{1,30})?")) {
            throw new IllegalArgumentException("must be a decimal number of kilograms such as 13.6");
        }
        return new Mass(new BigDecimal(kilograms));
    }

    public Mass plus(Mass other) {
        return new Mass(kilograms.add(other.kilograms));
    }

    /** The distance between two masses, whichever is the larger. */
    public Mass differenceFrom(Mass other) {
        return new Mass(kilograms.subtract(other.kilograms).abs());
    }

    public boolean isMoreThan(Mass other) {
        return compareTo(other) > 0;
    }

    public boolean isLessThan(Mass other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(Mass other) {
        return kilograms.compareTo(other.kilograms);
    }

    @JsonValue
    @Override
    public String toString() {
        return kilograms.toPlainString();
    }
}
