package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;

/**
 * The notice of a first export in a calendar year of a chemical that the exporting Party bans or severely restricts (Rotterdam Convention, Article 12).
 *
 * @param year calendar year
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ExportNotificationFact(
        String id,
        ExportNotificationState state,
        CountryCode exportCountry,
        CountryCode importCountry,
        CommodityId commodity,
        int year,
        LocalDate sentOn,
        @Nullable LocalDate secondSentOn,
        @Nullable LocalDate acknowledgedOn,
        @Nullable LocalDate expectedExportOn,
        @Nullable String intendedUse)
        implements RegistryFact {
    @Override
    public Set<CountryCode> concerns() {
        return Set.of(exportCountry, importCountry);
    }
}
