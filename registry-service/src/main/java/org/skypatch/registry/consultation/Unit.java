package org.skypatch.registry.consultation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.balance.Amounts;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.Tonnes;

/** What an amount is counted in. */
public enum Unit {
    KG("kg"),
    ODP_TONNES("odpTonnes"),
    CO2E_TONNES("co2eTonnes");

    private final String label;

    Unit(String label) {
        this.label = label;
    }

    /** As in JSON. */
    public String label() {
        return label;
    }

    /** The unit in which a grant is given: the one of the three that is said. */
    static Unit of(@Nullable Mass massKg, @Nullable Tonnes odpTonnes, @Nullable Tonnes co2eTonnes) {
        return massKg != null ? KG : odpTonnes != null ? ODP_TONNES : co2eTonnes != null ? CO2E_TONNES : KG;
    }

    /** The amount of this unit among the three; unknown if it is not said. */
    Figure among(@Nullable Mass massKg, @Nullable Tonnes odpTonnes, @Nullable Tonnes co2eTonnes) {
        return switch (this) {
            case KG -> massKg == null ? Figure.UNKNOWN : Figure.of(massKg.kilograms());
            case ODP_TONNES -> odpTonnes == null ? Figure.UNKNOWN : Figure.of(odpTonnes.value());
            case CO2E_TONNES -> co2eTonnes == null ? Figure.UNKNOWN : Figure.of(co2eTonnes.value());
        };
    }

    /** The amount of this unit in a balance. */
    Figure in(Amounts amounts) {
        return Figure.of(
                switch (this) {
                    case KG -> amounts.kg();
                    case ODP_TONNES -> amounts.odpTonnes();
                    case CO2E_TONNES -> amounts.co2eTonnes();
                });
    }

    /** A mass in this unit, by the ODP or GWP of what it is a mass of. */
    Figure of(Figure kilograms, @Nullable BigDecimal odp, @Nullable BigDecimal gwp) {
        return switch (this) {
            case KG -> kilograms;
            case ODP_TONNES -> kilograms.times(Figure.of(odp)).scaled(-3);
            case CO2E_TONNES -> kilograms.times(Figure.of(gwp)).scaled(-3);
        };
    }
}
