package org.skypatch.tracking.balance;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.trade.Mass;

/**
 * How much was taken, in every measure; exact, never rounded.
 *
 * @param kg kilograms
 * @param odpTonnes tonnes times the ozone-depleting potential of the Protocol's annexes; zero where there is none
 * @param co2eTonnes tonnes times the 100-year global-warming potential of the Protocol's annexes; zero where there is none
 * @param count units of equipment, or shipments
 */
public record Amount(BigDecimal kg, BigDecimal odpTonnes, BigDecimal co2eTonnes, long count) {

    public static final Amount NOTHING = new Amount(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0);

    private static final int KG_PER_TONNE_DIGITS = 3;

    public Amount {
        kg = plain(kg);
        odpTonnes = plain(odpTonnes);
        co2eTonnes = plain(co2eTonnes);
    }

    /** This mass of the commodity; of one that the catalogue does not know, the mass alone. */
    public static Amount of(Mass mass, @Nullable CommodityFact commodity) {
        return of(mass.kilograms(), commodity);
    }

    static Amount of(BigDecimal kg, @Nullable CommodityFact commodity) {
        return new Amount(
                kg,
                tonnes(kg, commodity == null ? null : commodity.odp()),
                tonnes(kg, commodity == null ? null : commodity.gwp()),
                0);
    }

    /** So many units or shipments, besides the mass. */
    public Amount counting(long units) {
        return new Amount(kg, odpTonnes, co2eTonnes, units);
    }

    private static BigDecimal tonnes(BigDecimal kg, @Nullable BigDecimal factor) {
        return factor == null ? BigDecimal.ZERO : kg.multiply(factor).movePointLeft(KG_PER_TONNE_DIGITS);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    public Amount plus(Amount other) {
        return new Amount(
                kg.add(other.kg),
                odpTonnes.add(other.odpTonnes),
                co2eTonnes.add(other.co2eTonnes),
                count + other.count);
    }

    public Amount minus(Amount other) {
        return plus(other.negated());
    }

    public Amount negated() {
        return new Amount(kg.negate(), odpTonnes.negate(), co2eTonnes.negate(), -count);
    }

    public boolean isNothing() {
        return equals(NOTHING);
    }
}
