package org.skypatch.tracking.balance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.CommodityFact;

/**
 * An amount of a commodity in the three measures of the Montreal Protocol.
 *
 * @param kg kilograms; below zero where more was drawn than granted
 * @param odpTonnes tonnes times the ozone-depleting potential of the Protocol's annexes; missing where there is none
 * @param co2eTonnes tonnes times the 100-year global-warming potential of Annex A, C and F as amended in Kigali; missing
 *     where there is none
 */
public record Quantity(
        BigDecimal kg,
        @Nullable BigDecimal odpTonnes,
        @Nullable BigDecimal co2eTonnes) {

    private static final BigDecimal KG_PER_TONNE = new BigDecimal(1_000);

    /** So many kilograms of the commodity. */
    public static Quantity of(BigDecimal kg, Optional<CommodityFact> commodity) {
        return new Quantity(
                plain(kg),
                commodity.map(CommodityFact::odp).map(odp -> tonnes(kg, odp)).orElse(null),
                commodity.map(CommodityFact::gwp).map(gwp -> tonnes(kg, gwp)).orElse(null));
    }

    private static BigDecimal tonnes(BigDecimal kg, BigDecimal factor) {
        return plain(kg.multiply(factor).divide(KG_PER_TONNE, MathContext.DECIMAL64));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
