package org.skypatch.tracking.register;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.skypatch.contracts.registry.PartyFact;
import org.skypatch.contracts.trade.CountryCode;

/** What is known of countries as Parties. */
public final class Parties {

    private static final String UNKNOWN = "unknown";

    private final Map<CountryCode, PartyFact> facts = new HashMap<>();

    public Parties(Collection<PartyFact> parties) {
        parties.forEach(party -> facts.put(party.country(), party));
    }

    /** The WCO region whose RILO the country reports to, where it is known. */
    public Optional<String> region(CountryCode country) {
        return Optional.ofNullable(facts.get(country)).map(PartyFact::region);
    }

    /** Whether some country lies in this WCO region. */
    public boolean isRegion(String region) {
        return facts.values().stream().anyMatch(party -> region.equals(party.region()));
    }

    /** What is known of the country under this name, such as {@code basel} or {@code montreal.article5}. */
    public Optional<String> status(CountryCode country, String name) {
        return Optional.ofNullable(facts.get(country))
                .map(party -> party.status().get(name))
                .filter(value -> !value.equals(UNKNOWN));
    }

    /** Whether it is known to be so. */
    public boolean is(CountryCode country, String name) {
        return status(country, name).filter("y"::equals).isPresent();
    }

    /** Whether it is known not to be so. */
    public boolean isNot(CountryCode country, String name) {
        return status(country, name).filter("n"::equals).isPresent();
    }
}
