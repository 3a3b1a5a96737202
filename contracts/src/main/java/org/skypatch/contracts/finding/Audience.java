package org.skypatch.contracts.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.skypatch.contracts.trade.CountryCode;

/**
 * Whom a movement concerns: its countries see it in full, the WCO regions they lie in non-nominally.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Audience(Set<CountryCode> countries, Set<String> regions) {
    public Audience {
        countries = countries == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(countries));
        regions = regions == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(regions));
    }
}
