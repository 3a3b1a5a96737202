package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;

/**
 * What an administration reports, and which lists it shares as complete; without it, silence means nothing.
 *
 * @param eventTypes labels of customs event types, or {@code *}
 * @param commodities catalogue ids covered; with {@code groups} both empty: all
 * @param groups Montreal groups, or {@code *}
 * @param completeLists licences, traders, quotas
 * @param numberPattern regular expression of its licence numbers
 * @param until last day; open if none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CoverageFact(
        AdministrationId administration,
        List<String> eventTypes,
        List<CommodityId> commodities,
        List<String> groups,
        List<String> completeLists,
        @Nullable String numberPattern,
        LocalDate from,
        @Nullable LocalDate until)
        implements RegistryFact {
    public CoverageFact {
        eventTypes = eventTypes == null ? List.of() : List.copyOf(eventTypes);
        commodities = commodities == null ? List.of() : List.copyOf(commodities);
        groups = groups == null ? List.of() : List.copyOf(groups);
        completeLists = completeLists == null ? List.of() : List.copyOf(completeLists);
    }

    @Override
    public Set<CountryCode> concerns() {
        return administration.country().map(Set::of).orElseGet(Set::of);
    }
}
