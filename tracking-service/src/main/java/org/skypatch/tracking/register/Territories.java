package org.skypatch.tracking.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.skypatch.contracts.registry.TerritoryFact;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;

/** Customs unions and represented territories, as of a day: who may stand where a country stands. */
public final class Territories {

    private final List<TerritoryFact> facts;

    public Territories(Collection<TerritoryFact> facts) {
        this.facts = List.copyOf(facts);
    }

    private Stream<TerritoryFact> inForce(LocalDate day) {
        return facts.stream()
                .filter(fact -> !day.isBefore(fact.from()) && (fact.until() == null || !day.isAfter(fact.until())));
    }

    /** The country itself, the State that represents it, and the unions that it belongs to. */
    public Set<CountryCode> standingFor(CountryCode country, LocalDate day) {
        Set<CountryCode> standing = new TreeSet<>(Set.of(country));
        inForce(day)
                .filter(fact -> fact.code().equals(country.value()))
                .forEach(fact -> Stream.ofNullable(fact.representedBy()).forEach(standing::add));
        inForce(day)
                .filter(fact -> fact.members().contains(country))
                .flatMap(fact -> CountryCode.parse(fact.code()).stream())
                .forEach(standing::add);
        return standing;
    }

    /** Whether what goes between the two is neither import nor export under the treaty. */
    public boolean isNoTrade(CountryCode from, CountryCode to, Convention treaty, LocalDate day) {
        return inForce(day)
                .anyMatch(fact -> fact.noTradeInside().contains(treaty)
                        && fact.members().contains(from)
                        && fact.members().contains(to));
    }
}
