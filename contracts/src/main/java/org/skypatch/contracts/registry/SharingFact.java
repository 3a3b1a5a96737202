package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import org.skypatch.contracts.trade.CountryCode;

/**
 * What a Party lets which others see of its registers; nothing beyond what names them if there is none.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SharingFact(CountryCode country, List<Share> shares) implements RegistryFact {
    public SharingFact {
        shares = shares == null ? List.of() : List.copyOf(shares);
    }

    @Override
    public Set<CountryCode> concerns() {
        return Set.of(country);
    }
}
