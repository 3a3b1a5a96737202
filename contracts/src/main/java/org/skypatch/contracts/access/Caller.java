package org.skypatch.contracts.access;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CountryCode;

/**
 * Who calls, as the token says; never from the body.
 *
 * @param country the Party that the administration acts for; none for a region, an operator or an admin
 * @param region the WCO region of a RILO, such as {@code Asia/Pacific}; else none
 */
public record Caller(
        AdministrationId administration,
        @Nullable CountryCode country,
        @Nullable String region,
        Set<Role> roles,
        Set<Competence> competences) {

    public Caller {
        roles = Set.copyOf(roles);
        competences = Set.copyOf(competences);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /**
     * What this caller may see: its country's records in full; a region's, or as operator or admin everything, without
     * the names of traders and numbers of papers; else nothing.
     */
    public Sight sight() {
        if (country != null) {
            return new Sight.OfCountry(country);
        }
        if (region != null && has(Role.ANALYST)) {
            return new Sight.OfRegion(region);
        }
        if (has(Role.OPERATOR) || has(Role.ADMIN)) {
            return new Sight.NonNominal();
        }
        return new Sight.Nothing();
    }

    /** The country, if the caller acts for one. */
    public Optional<CountryCode> actsFor() {
        return Optional.ofNullable(country);
    }
}
