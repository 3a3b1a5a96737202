package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;

/**
 * What a non-Party certifies to the exporting Party each year (Stockholm Convention, Article 3(2)(b)(iii)).
 *
 * @param year calendar year
 * @param transmittedOn to the Secretariat, within 60 days of receipt
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CertificationFact(
        String id,
        CountryCode exportCountry,
        CountryCode importCountry,
        CommodityId commodity,
        int year,
        String intendedUse,
        LocalDate on,
        @Nullable LocalDate transmittedOn,
        @Nullable String document)
        implements RegistryFact {
    @Override
    public Set<CountryCode> concerns() {
        return Set.of(exportCountry, importCountry);
    }
}
