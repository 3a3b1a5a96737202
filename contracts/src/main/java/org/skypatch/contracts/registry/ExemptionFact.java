package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;

/**
 * A specific exemption or acceptable purpose that a Party has registered (Stockholm Convention, Articles 3 and 4).
 *
 * @param kind specific-exemption or acceptable-purpose
 * @param until last day
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ExemptionFact(
        CountryCode country,
        String id,
        CommodityId commodity,
        String kind,
        String purpose,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String legalBasis)
        implements RegistryFact {
    @Override
    public Set<CountryCode> concerns() {
        return Set.of(country);
    }
}
