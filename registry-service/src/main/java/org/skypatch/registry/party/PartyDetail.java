package org.skypatch.registry.party;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CountryCode;

/**
 * What the lists say of a country besides names and status.
 *
 * @param iso3 ISO 3166-1 alpha-3
 * @param numeric ISO 3166-1 numeric
 * @param unRegion region of the United Nations' statistics
 * @param wcoGroup region of the World Customs Organization
 * @param regionFrom how its RILO region is known: count-checked, derived or unknown
 * @param latitude of a point within it, degrees
 * @param longitude of a point within it, degrees
 * @param landlocked whether it has no coast; not known if missing
 * @param neighbours across a land border
 * @param partyClass class of the phase-out schedules, such as {@code article5-group1}; missing if unknown
 * @param notes what is to be known of its status, by treaty
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PartyDetail(
        @Nullable String iso3,
        @Nullable String numeric,
        @Nullable String unRegion,
        @Nullable String unSubregion,
        @Nullable String wcoGroup,
        @Nullable String regionFrom,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        @Nullable Boolean landlocked,
        List<CountryCode> neighbours,
        @Nullable String partyClass,
        Map<String, String> notes) {
    public PartyDetail {
        neighbours = neighbours == null ? List.of() : List.copyOf(neighbours);
        notes = notes == null ? Map.of() : Map.copyOf(notes);
    }
}
