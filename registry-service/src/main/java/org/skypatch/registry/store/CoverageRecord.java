package org.skypatch.registry.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.CoverageFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.registry.record.Revised;

/** A row of the table {@code coverage}. */
@Entity
@Table(name = "coverage")
class CoverageRecord {

    @Id
    String administration = "";

    long revision;

    @Column(name = "event_types")
    String[] eventTypes = {};

    String[] commodities = {};

    String[] groups = {};

    @Column(name = "complete_lists")
    String[] completeLists = {};

    @Column(name = "number_pattern")
    @Nullable
    String numberPattern;

    @Column(name = "from_day")
    LocalDate from = LocalDate.EPOCH;

    @Column(name = "until_day")
    @Nullable
    LocalDate until;

    void become(Revised<CoverageFact> coverage) {
        CoverageFact fact = coverage.fact();
        administration = fact.administration().value();
        revision = coverage.revision();
        eventTypes = fact.eventTypes().toArray(String[]::new);
        commodities = fact.commodities().stream().map(CommodityId::value).toArray(String[]::new);
        groups = fact.groups().toArray(String[]::new);
        completeLists = fact.completeLists().toArray(String[]::new);
        numberPattern = fact.numberPattern();
        from = fact.from();
        until = fact.until();
    }

    Revised<CoverageFact> revised() {
        return new Revised<>(
                new CoverageFact(
                        AdministrationId.of(administration),
                        Arrays.asList(eventTypes),
                        Arrays.stream(commodities).map(CommodityId::of).toList(),
                        Arrays.asList(groups),
                        Arrays.asList(completeLists),
                        numberPattern,
                        from,
                        until),
                revision);
    }
}
