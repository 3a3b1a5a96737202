package org.skypatch.tracking.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.skypatch.contracts.finding.Audience;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.contracts.registry.WatchlistFact;
import org.skypatch.contracts.trade.CountryCode;

/**
 * The registry's facts that every judgement reads, as of one moment.
 *
 * @param isComplete whether the catalogue has arrived whole; nothing is joined or judged before
 */
public record Register(
        boolean isComplete,
        Catalogue catalogue,
        Coverage coverage,
        Law law,
        Parties parties,
        Territories territories,
        Administrations administrations) {

    /** What these records say; those of kinds that movements cite are left out. */
    public static Register of(Collection<RegistryEvent> records) {
        return RegisterReading.of(records);
    }

    /** What Parties let in or out in a year. */
    public Quotas quotas() {
        return law.quotas();
    }

    public Requirements requirements() {
        return law.requirements();
    }

    /**
     * The same for somebody who may not know everything.
     *
     * @param lists which complete lists of which countries it may look into
     * @param watched which entries of watch lists it may know
     */
    public Register knownAs(BiPredicate<CountryCode, String> lists, Predicate<WatchlistFact> watched) {
        return new Register(
                isComplete,
                catalogue,
                coverage.sharing(lists),
                law.watching(watched),
                parties,
                territories,
                administrations);
    }

    /** The countries and the unions that hold them, with the regions that they lie in. */
    public Audience audienceOf(Set<CountryCode> countries, LocalDate day) {
        Set<CountryCode> all = new TreeSet<>(countries);
        Set<String> regions = new TreeSet<>();
        countries.forEach(country -> {
            all.addAll(territories.unionsOf(country, day));
            parties.region(country).ifPresent(regions::add);
        });
        return new Audience(all, regions);
    }
}
