package org.skypatch.registry.consultation;

import java.math.BigDecimal;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An amount that may not be known: written as a decimal, or {@code unknown}. What is reckoned with an unknown is unknown.
 *
 * @param value none if unknown
 */
public record Figure(@Nullable BigDecimal value) {

    public static final Figure UNKNOWN = new Figure(null);
    public static final Figure ZERO = new Figure(BigDecimal.ZERO);

    public Figure {
        value = value == null || value.signum() == 0 && value.scale() == 0 ? value : plain(value);
    }

    public static Figure of(@Nullable BigDecimal value) {
        return new Figure(value);
    }

    public Figure plus(Figure other) {
        return with(other, BigDecimal::add);
    }

    public Figure minus(Figure other) {
        return with(other, BigDecimal::subtract);
    }

    public Figure times(Figure other) {
        return with(other, BigDecimal::multiply);
    }

    /** Moved by so many powers of ten. */
    public Figure scaled(int powerOfTen) {
        return value == null ? UNKNOWN : new Figure(value.scaleByPowerOfTen(powerOfTen));
    }

    /** As a decimal, or {@code unknown}. */
    @Override
    public String toString() {
        return value == null ? "unknown" : value.toPlainString();
    }

    private Figure with(Figure other, BinaryOperator<BigDecimal> reckon) {
        return value == null || other.value == null ? UNKNOWN : new Figure(reckon.apply(value, other.value));
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
