package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;

/**
 * A Party's answer on the future import of a chemical of Annex III (Rotterdam Convention, Article 10).
 *
 * @param response final, interim or none
 * @param decision consent, no-consent or consent-with-conditions; none if the response is none
 * @param publishedOn in the PIC Circular
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ImportResponseFact(
        CountryCode country,
        CommodityId commodity,
        String response,
        @Nullable String decision,
        List<String> conditions,
        LocalDate on,
        @Nullable LocalDate publishedOn,
        @Nullable String legalBasis)
        implements RegistryFact {
    public ImportResponseFact {
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }

    @Override
    public Set<CountryCode> concerns() {
        return Set.of(country);
    }
}
