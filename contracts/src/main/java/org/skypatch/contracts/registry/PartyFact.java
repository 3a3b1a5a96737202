package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CountryCode;

/**
 * What is known of a country as a Party.
 *
 * @param names by language: en, fr, es, ru, zh, ar
 * @param region WCO region of its RILO such as {@code Asia/Pacific}; missing if unknown
 * @param status treaty facts by name, values {@code y}, {@code n} or {@code unknown}, groups and dates as text;
 *     {@code montreal.nothingSince.<group>} is the first year in which the schedule allows 0 % of the baseline of consumption
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PartyFact(
        CountryCode country,
        Map<String, String> names,
        @Nullable String region,
        Map<String, String> status) implements RegistryFact {
    public PartyFact {
        names = names == null ? Map.of() : Map.copyOf(names);
        status = status == null ? Map.of() : Map.copyOf(status);
    }

    @Override
    public Set<CountryCode> concerns() {
        return Set.of(country);
    }
}
