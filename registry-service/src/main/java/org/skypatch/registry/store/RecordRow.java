package org.skypatch.registry.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of the table {@code record}: a record of any kind that has no table of its own. */
@Entity
@Table(name = "record")
@IdClass(RecordRow.Key.class)
class RecordRow {

    record Key(String kind, String name) {}

    @Id
    String kind = "";

    @Id
    String name = "";

    long revision;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(columnDefinition = "jsonb")
    String fact = "{}";
}
