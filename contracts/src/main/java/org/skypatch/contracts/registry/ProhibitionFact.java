package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;

/**
 * What a State has banned, or has notified that it does not want.
 *
 * @param id its name within the State
 * @param kind ban, or unwanted for products that the Party notified it does not want (decision X/9 and later)
 * @param commodity catalogue id; else {@code group} or {@code convention}
 * @param group Montreal group such as {@code C-I} or {@code F}
 * @param convention every commodity that this treaty controls
 * @param direction import, export or transit
 * @param scope which goods of it; all if none
 * @param until last day; open if none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProhibitionFact(
        CountryCode state,
        String id,
        String kind,
        @Nullable CommodityId commodity,
        @Nullable String group,
        @Nullable Convention convention,
        String direction,
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
