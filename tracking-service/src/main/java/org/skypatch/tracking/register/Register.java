package org.skypatch.tracking.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.skypatch.contracts.finding.Audience;
import org.skypatch.contracts.registry.RegistryEvent;
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
