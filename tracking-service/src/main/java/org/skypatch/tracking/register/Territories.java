package org.skypatch.tracking.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.skypatch.contracts.registry.TerritoryFact;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;

/** Customs unions and their members, and territories and the States that represent them, by the day. */
public final class Territories {

    private static final String UNION = "customs-union";

    private final InForce<String, TerritoryFact> facts;

    public Territories(Collection<Versions<TerritoryFact>> records) {
        this.facts = new InForce<>(records, TerritoryFact::code, TerritoryFact::from, TerritoryFact::until);
    }

    /** The unions that stand where a country stands and hold this one, such as {@code EU}. */
    public Set<CountryCode> unionsOf(CountryCode country, LocalDate day) {
        return facts.on(day)
                .filter(fact -> fact.kind().equals(UNION) && fact.members().contains(country))
                .map(fact -> CountryCode.parse(fact.code()))
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The State that represents the territory; the country itself if it is none. */
    public CountryCode representing(CountryCode country, LocalDate day) {
        return facts.on(day, country.value())
                .filter(fact -> !fact.kind().equals(UNION))
                .flatMap(fact -> Stream.ofNullable(fact.representedBy()))
                .findFirst()
                .orElse(country);
    }

    /** The country itself, the State that represents it, and the unions that it belongs to. */
    public Set<CountryCode> standingFor(CountryCode country, LocalDate day) {
        Set<CountryCode> standing = unionsOf(country, day);
        standing.add(country);
        standing.add(representing(country, day));
        return standing;
    }

    /** Whether what one does counts for the other: they are the same, or one is a union that holds the other. */
    public boolean standsFor(CountryCode one, CountryCode other, LocalDate day) {
        return one.equals(other)
                || unionsOf(other, day).contains(one)
                || unionsOf(one, day).contains(other)
                || representing(one, day).equals(representing(other, day));
    }

    /** Whether goods that are in one are in the customs territory of the other: the same country or one union. */
    public boolean shareTerritory(CountryCode one, CountryCode other, LocalDate day) {
        return one.equals(other)
                || facts.on(day)
                        .filter(fact -> fact.kind().equals(UNION))
                        .anyMatch(fact -> isIn(one, fact) && isIn(other, fact));
    }

    /** Whether under this treaty a movement between the two is neither import nor export. */
    public boolean isNoTrade(CountryCode one, CountryCode other, Convention convention, LocalDate day) {
        return one.equals(other)
                || facts.on(day)
                        .filter(fact -> fact.noTradeInside().contains(convention))
                        .anyMatch(fact -> isIn(one, fact) && isIn(other, fact));
    }

    private static boolean isIn(CountryCode country, TerritoryFact union) {
        return union.members().contains(country) || union.code().equals(country.value());
    }
}
