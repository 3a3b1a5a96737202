package org.skypatch.contracts.customs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LocationCode;

/**
 * The declared way of the goods.
 *
 * @param exitOffice customs office of exit (UN/LOCODE)
 * @param entryOffice customs office of entry (UN/LOCODE)
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Route(
        @Nullable CountryCode origin,
        CountryCode dispatch,
        List<CountryCode> transit,
        CountryCode destination,
        @Nullable LocationCode exitOffice,
        @Nullable LocationCode entryOffice) {
    public Route {
        transit = transit == null ? List.of() : List.copyOf(transit);
    }

    /** The countries that a declaration of this route names: origin, dispatch, transit and destination. */
    public Set<CountryCode> countries() {
        Set<CountryCode> countries = new TreeSet<>(transit);
        countries.add(dispatch);
        countries.add(destination);
        if (origin != null) {
            countries.add(origin);
        }
        return countries;
    }
}
