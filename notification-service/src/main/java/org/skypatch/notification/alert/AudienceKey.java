package org.skypatch.notification.alert;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.finding.Audience;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.trade.CountryCode;

/**
 * Those who see the same: {@code country:TH}, {@code region:Asia/Pacific}, or {@code all} for operators, who share a
 * stream; and those whom a task is for: also {@code administration:TH-nou} and {@code country:TH/ozone}.
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

    /** Whom a task is addressed to: an administration, the authorities of a Party with a competence, a Party, a region. */
    public static Optional<AudienceKey> ofAddressee(Addressee addressee) {
        if (addressee.administration() != null) {
            return Optional.of(ofAdministration(addressee.administration()));
        }
        if (addressee.country() != null) {
            return Optional.of(
                    addressee.competence() == null
                            ? ofCountry(addressee.country())
                            : ofCompetence(addressee.country(), addressee.competence()));
        }
        return Optional.ofNullable(addressee.region()).map(AudienceKey::ofRegion);
    }

    /** The addressees that a caller is one of. */
    public static SortedSet<AudienceKey> ofTasks(Caller caller) {
        SortedSet<AudienceKey> keys = new TreeSet<>();
        keys.add(ofAdministration(caller.administration()));
        caller.actsFor().ifPresent(country -> {
            keys.add(ofCountry(country));
            caller.competences().forEach(competence -> keys.add(ofCompetence(country, competence)));
        });
        if (caller.sight() instanceof Sight.OfRegion(String region)) {
            keys.add(ofRegion(region));
        }
        return Collections.unmodifiableSortedSet(keys);
    }

    private static AudienceKey ofAdministration(AdministrationId administration) {
        return new AudienceKey("administration:" + administration);
    }

    private static AudienceKey ofCompetence(CountryCode country, Competence competence) {
        return new AudienceKey("country:" + country + "/" + competence.label());
    }

    /** Where a caller with this sight listens; empty if it sees nothing. */
    public static Optional<AudienceKey> of(Sight sight) {
        return switch (sight) {
            case Sight.OfCountry(CountryCode country) -> Optional.of(ofCountry(country));
            case Sight.OfRegion(String region) -> Optional.of(ofRegion(region));
            case Sight.NonNominal(), Sight.InFull() -> Optional.of(ALL);
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
