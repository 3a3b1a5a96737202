package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;

/**
 * A customs union, or a territory that another State represents.
 *
 * @param code {@code EU} or another name of a union, or the ISO 3166-1 code of the territory
 * @param kind customs-union or territory
 * @param members of a union
 * @param representedBy of a territory
 * @param noTradeInside treaties for which a movement between members is neither import nor export
 * @param until last day; open if none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TerritoryFact(
        String code,
        String kind,
        String name,
        List<CountryCode> members,
        @Nullable CountryCode representedBy,
        List<Convention> noTradeInside,
        LocalDate from,
        @Nullable LocalDate until,
        String legalBasis)
        implements RegistryFact {
    public TerritoryFact {
        members = members == null ? List.of() : List.copyOf(members);
        noTradeInside = noTradeInside == null ? List.of() : List.copyOf(noTradeInside);
    }

    @Override
    public Set<CountryCode> concerns() {
        return Set.copyOf(members);
    }
}
