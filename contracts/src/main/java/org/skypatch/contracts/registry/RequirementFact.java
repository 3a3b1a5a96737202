package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;

/**
 * A document that a State demands, from a date, on a legal basis.
 *
 * @param id its name within the State
 * @param document import-licence, export-licence, notification or consent
 * @param direction import, export or transit
 * @param commodity catalogue id; else {@code group} or {@code convention}
 * @param group Montreal group such as {@code C-I} or {@code F}
 * @param convention every commodity that this treaty controls
 * @param scope which goods of it; all if none
 * @param until last day; open if none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RequirementFact(
        CountryCode state,
        String id,
        String document,
        String direction,
        @Nullable CommodityId commodity,
        @Nullable String group,
        @Nullable Convention convention,
        @Nullable GoodsScope scope,
        LocalDate from,
        @Nullable LocalDate until,
        String legalBasis)
        implements RegistryFact {
    @Override
    public Set<CountryCode> concerns() {
        return Set.of(state);
    }
}
