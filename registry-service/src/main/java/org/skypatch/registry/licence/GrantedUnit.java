package org.skypatch.registry.licence;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.trade.CommodityId;

/**
 * What a licence counts in, and what is shown with it in that. ODP-tonnes and CO2-equivalent tonnes are tonnes of the mass
 * times the ODP or the 100-year GWP of the Montreal Protocol, as the catalogue gives them, a blend's by its components;
 * tracking draws by the same figures. Where the figure is missing the amount is unknown, never nothing.
 */
enum GrantedUnit {
    KG("kg"),
    ODP_TONNES("ODP-t"),
    CO2E_TONNES("CO2e-t"),
    UNITS("units");

    private static final int KILOGRAMS_IN_TONNES = -3;

    private final String label;

    GrantedUnit(String label) {
        this.label = label;
    }

    static GrantedUnit of(LicenceFact licence) {
        return licence.massKg() != null
                ? KG
                : licence.odpTonnes() != null ? ODP_TONNES : licence.co2eTonnes() != null ? CO2E_TONNES : UNITS;
    }

    /** Whether what is shown has to be converted into it. */
    boolean isDerived() {
        return this == ODP_TONNES || this == CO2E_TONNES;
    }

    /** An amount in words. */
    String said(BigDecimal amount) {
        return amount.toPlainString() + " " + label;
    }

    /** What the licence grants in this unit. */
    @Nullable
    BigDecimal granted(LicenceFact licence) {
        return switch (this) {
            case KG -> licence.massKg() == null ? null : licence.massKg().kilograms();
            case ODP_TONNES ->
                licence.odpTonnes() == null ? null : licence.odpTonnes().value();
            case CO2E_TONNES ->
                licence.co2eTonnes() == null ? null : licence.co2eTonnes().value();
            case UNITS -> licence.units() == null ? null : BigDecimal.valueOf(licence.units());
        };
    }

    /** What is shown, in this unit; empty if nothing is, or if it cannot be converted. */
    Optional<BigDecimal> shown(
            CitedLicence cited, LicenceFact licence, Function<CommodityId, Optional<CommodityFact>> catalogue) {
        if (this == UNITS) {
            return Optional.ofNullable(cited.units()).map(BigDecimal::valueOf);
        }
        Optional<BigDecimal> kilograms = Optional.ofNullable(cited.massKg()).map(mass -> mass.kilograms());
        CommodityId commodity = cited.commodity() == null ? licence.commodity() : cited.commodity();
        return this == KG
                ? kilograms
                : kilograms.flatMap(mass -> catalogue
                        .apply(commodity)
                        .map(this::potential)
                        .map(potential -> plain(mass.multiply(potential).scaleByPowerOfTen(KILOGRAMS_IN_TONNES))));
    }

    private @Nullable BigDecimal potential(CommodityFact commodity) {
        return this == ODP_TONNES ? commodity.odp() : commodity.gwp();
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
