package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.skypatch.contracts.trade.CountryCode;

/**
 * One kind of record that a Party lets others see.
 *
 * @param list traders, licences or quotas
 * @param with the Parties; every member if {@code everyone}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Share(String list, List<CountryCode> with, boolean everyone) {
    public Share {
        with = with == null ? List.of() : List.copyOf(with);
    }
}
