package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.TraderId;

/**
 * A trader in the register of its country.
 *
 * @param roles exporter, importer, generator, carrier, facility
 * @param standing good, suspended or withdrawn; good if not said
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TraderFact(
        CountryCode country,
        TraderId id,
        String name,
        List<String> aliases,
        List<String> roles,
        @Nullable String address,
        List<Registration> registrations,
        @Nullable String standing)
        implements RegistryFact {
    public TraderFact {
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
        roles = roles == null ? List.of() : List.copyOf(roles);
        registrations = registrations == null ? List.of() : List.copyOf(registrations);
    }

    /** The same trader in this standing. */
    public TraderFact withStanding(@Nullable String changed) {
        return new TraderFact(country, id, name, aliases, roles, address, registrations, changed);
    }

    @Override
    public Set<CountryCode> concerns() {
        return Set.of();
    }
}
