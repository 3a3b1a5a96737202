package org.skypatch.registry.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.registry.record.Revised;

/** A row of the table {@code commodity}. */
@Entity
@Table(name = "commodity")
class CommodityRecord {

    @Id
    @Nullable
    String id;

    long revision;

    @Nullable
    String name;

    @Nullable
    String kind;

    @Column(name = "hs_digits")
    String @Nullable [] hsDigits;

    @Column(name = "cas_numbers")
    String @Nullable [] casNumbers;

    @Column(name = "un_numbers")
    String @Nullable [] unNumbers;

    @Column(name = "waste_codes")
    String @Nullable [] wasteCodes;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(columnDefinition = "jsonb")
    @Nullable
    CommodityFact fact;

    Revised<CommodityFact> revised() {
        return new Revised<>(fact, revision);
    }

    CommodityIndex.Entry indexed(List<CommodityIndex.Term> terms) {
        return new CommodityIndex.Entry(
                revised().fact(),
                list(hsDigits),
                Set.copyOf(list(casNumbers)),
                Set.copyOf(list(unNumbers)),
                Set.copyOf(list(wasteCodes)),
                terms);
    }

    private static List<String> list(String @Nullable [] values) {
        return values == null ? List.of() : List.of(values);
    }
}
