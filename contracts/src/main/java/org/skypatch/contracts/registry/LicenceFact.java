package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LocationCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;

/**
 * A licence as it stands.
 *
 * @param holder the trader that may use it
 * @param counterpart the trader at the other border
 * @param massKg what it grants
 * @param validUntil last day
 * @param exporterCountry one of the two countries between which it can be drawn
 * @param agent a trader that may act for the holder
 * @param ports UN/LOCODEs through which it may be used; any if none
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
        Mass massKg,
        LocalDate validFrom,
        LocalDate validUntil,
        LicenceUse use,
        CountryCode exporterCountry,
        CountryCode importerCountry,
        @Nullable String intendedUse,
        @Nullable String condition,
        @Nullable String form,
        @Nullable TraderId agent,
        List<LocationCode> ports) {
    public LicenceFact {
        ports = ports == null ? List.of() : List.copyOf(ports);
    }
}
