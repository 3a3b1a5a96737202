package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LocationCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.Tonnes;
import org.skypatch.contracts.trade.TraderId;

/**
 * A licence as it stands.
 *
 * @param holder the trader that may use it
 * @param counterpart the trader at the other border
 * @param massKg what it grants; else one of the three that follow
 * @param odpTonnes ODP-tonnes that it grants
 * @param co2eTonnes CO2-equivalent tonnes that it grants
 * @param units pieces of equipment or product that it grants
 * @param validUntil last day
 * @param exporterCountry one of the two countries between which it can be drawn
 * @param agent a trader that may act for the holder
 * @param ports UN/LOCODEs through which it may be used; any if none
 * @param consultation the informal consultation that it came of
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LicenceFact(
        CountryCode issuer,
        String number,
        LicenceKind kind,
        LicenceState state,
        TraderId holder,
        @Nullable TraderId counterpart,
        CommodityId commodity,
        @Nullable Mass massKg,
        @Nullable Tonnes odpTonnes,
        @Nullable Tonnes co2eTonnes,
        @Nullable Long units,
        LocalDate validFrom,
        LocalDate validUntil,
        LicenceUse use,
        CountryCode exporterCountry,
        CountryCode importerCountry,
        @Nullable String intendedUse,
        @Nullable String condition,
        @Nullable String form,
        @Nullable TraderId agent,
        List<LocationCode> ports,
        @Nullable UUID consultation)
        implements RegistryFact {
    public LicenceFact {
        ports = ports == null ? List.of() : List.copyOf(ports);
    }

    /** The same licence in another state. */
    public LicenceFact in(LicenceState next) {
        return new LicenceFact(
                issuer,
                number,
                kind,
                next,
                holder,
                counterpart,
                commodity,
                massKg,
                odpTonnes,
                co2eTonnes,
                units,
                validFrom,
                validUntil,
                use,
                exporterCountry,
                importerCountry,
                intendedUse,
                condition,
                form,
                agent,
                ports,
                consultation);
    }

    @Override
    public Set<CountryCode> concerns() {
        return Set.of();
    }
}
