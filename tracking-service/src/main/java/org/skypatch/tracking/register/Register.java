package org.skypatch.tracking.register;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.skypatch.contracts.finding.Audience;
import org.skypatch.contracts.trade.CountryCode;

/**
 * The registry's facts that every judgement reads, as of one moment.
 *
 * @param isComplete whether the catalogue has arrived whole; nothing is joined or judged before
 * @param quotas what Parties let in or out in a year
 * @param territories customs unions and represented territories
 * @param regions the WCO region of each country, where it is known
 */
public record Register(
        boolean isComplete,
        Catalogue catalogue,
        Coverage coverage,
        Requirements requirements,
        Quotas quotas,
        Territories territories,
        Map<CountryCode, String> regions) {

    public Register {
        regions = Map.copyOf(regions);
    }

    /** The countries, with the regions that they lie in. */
    public Audience audienceOf(Set<CountryCode> countries) {
        Set<String> theirs = new TreeSet<>();
        countries.forEach(country -> Optional.ofNullable(regions.get(country)).ifPresent(theirs::add));
        return new Audience(countries, theirs);
    }
}
