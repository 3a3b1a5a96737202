package org.skypatch.registry.party;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.PartyFact;

/** A row of the table {@code party}. */
@Entity
@Table(name = "party")
class PartyRecord {

    @Id
    @Nullable
    String country;

    long revision;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(columnDefinition = "jsonb")
    @Nullable
    PartyFact fact;
}
