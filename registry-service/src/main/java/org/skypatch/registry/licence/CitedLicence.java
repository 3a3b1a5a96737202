package org.skypatch.registry.licence;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LocationCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;

/**
 * A licence as a paper cites it, with what the officer sees beside it. Only the number must be known; what is not given is
 * not compared.
 *
 * @param units pieces of equipment or product
 * @param on the day on which it must hold
 * @param port UN/LOCODE of the office where the goods cross the border
 * @param transit countries on the way
 */
public record CitedLicence(
        String number,
        @Nullable CountryCode issuer,
        @Nullable TraderId holder,
        @Nullable TraderId counterpart,
        @Nullable CommodityId commodity,
        @Nullable Mass massKg,
        @Nullable Long units,
        @Nullable String intendedUse,
        @Nullable String condition,
        @Nullable String form,
        LocalDate on,
        @Nullable LocationCode port,
        @Nullable CountryCode dispatch,
        @Nullable CountryCode destination,
        List<CountryCode> transit) {
    public CitedLicence {
        transit = List.copyOf(transit);
    }

    /** Every country that the cited route touches. */
    public Set<CountryCode> routeCountries() {
        return Stream.concat(Stream.of(dispatch, destination), transit.stream())
                .filter(country -> country != null)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The traders that it names. */
    public List<TraderId> tradersNamed() {
        return Stream.of(holder, counterpart)
                .filter(trader -> trader != null)
                .distinct()
                .toList();
    }
}
