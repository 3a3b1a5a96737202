package org.skypatch.notification.alert;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.finding.Audience;
import org.skypatch.contracts.trade.CountryCode;

/**
 * Those who see the same and share a stream: {@code country:TH}, {@code region:Asia/Pacific}, or {@code all} for
 * operators.
 */
public record AudienceKey(String value) implements Comparable<AudienceKey> {

    /** The operators, who see every movement non-nominally. */
    public static final AudienceKey ALL = new AudienceKey("all");

    public static AudienceKey ofCountry(CountryCode country) {
        return new AudienceKey("country:" + country);
    }

    public static AudienceKey ofRegion(String region) {
        return new AudienceKey("region:" + region);
    }

    /** Where a caller with this sight listens; empty if it sees nothing. */
    public static Optional<AudienceKey> of(Sight sight) {
        return switch (sight) {
            case Sight.OfCountry(CountryCode country) -> Optional.of(ofCountry(country));
            case Sight.OfRegion(String region) -> Optional.of(ofRegion(region));
            case Sight.NonNominal() -> Optional.of(ALL);
            case Sight.Nothing() -> Optional.empty();
        };
    }

    /** Everybody whom something with this audience concerns; operators always. */
    public static SortedSet<AudienceKey> allOf(Audience audience) {
        SortedSet<AudienceKey> keys = new TreeSet<>();
        keys.add(ALL);
        audience.countries().forEach(country -> keys.add(ofCountry(country)));
        audience.regions().forEach(region -> keys.add(ofRegion(region)));
        return Collections.unmodifiableSortedSet(keys);
    }

    @Override
    public int compareTo(AudienceKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
