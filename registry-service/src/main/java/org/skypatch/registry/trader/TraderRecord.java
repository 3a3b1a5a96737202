package org.skypatch.registry.trader;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.Registration;
import org.skypatch.contracts.registry.TraderFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.registry.record.Revised;

/** A row of the table {@code trader}. */
@Entity
@Table(name = "trader")
@IdClass(TraderRecord.Key.class)
class TraderRecord {

    record Key(String country, String id) {}

    @Id
    String country = "";

    @Id
    String id = "";

    long revision;
    String name = "";
    String[] aliases = {};
    String[] roles = {};

    @Nullable
    String address;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(columnDefinition = "jsonb")
    List<Registration> registrations = List.of();

    @Nullable
    String standing;

    void become(Revised<TraderFact> trader) {
        TraderFact fact = trader.fact();
        country = fact.country().value();
        id = fact.id().value();
        revision = trader.revision();
        name = fact.name();
        aliases = fact.aliases().toArray(String[]::new);
        roles = fact.roles().toArray(String[]::new);
        address = fact.address();
        registrations = fact.registrations();
        standing = fact.standing();
    }

    Revised<TraderFact> revised() {
        return new Revised<>(
                new TraderFact(
                        CountryCode.of(country),
                        TraderId.of(id),
                        name,
                        Arrays.asList(aliases),
                        Arrays.asList(roles),
                        address,
                        List.copyOf(registrations),
                        standing),
                revision);
    }
}
