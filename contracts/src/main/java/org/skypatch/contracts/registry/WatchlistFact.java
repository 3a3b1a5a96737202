package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CountryCode;

/**
 * What a Party keeps an eye on.
 *
 * @param id its name within the owner
 * @param kind trader, container, vessel or facility
 * @param value name or id of a trader or facility, number of a container, IMO number of a vessel
 * @param until last day; open if none
 * @param sharedWith Parties that may see the entry and its findings
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record WatchlistFact(
        CountryCode owner,
        String id,
        String kind,
        String value,
        String reason,
        @Nullable LocalDate until,
        List<CountryCode> sharedWith)
        implements RegistryFact {
    public WatchlistFact {
        sharedWith = sharedWith == null ? List.of() : List.copyOf(sharedWith);
    }

    @Override
    public Set<CountryCode> concerns() {
        return Set.of(owner);
    }
}
