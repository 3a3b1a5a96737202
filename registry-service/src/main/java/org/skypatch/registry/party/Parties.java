package org.skypatch.registry.party;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.skypatch.contracts.registry.PartyFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.record.Revised;

/** What is known of all countries as Parties. */
@ApplicationScoped
public class Parties {

    private final Rows rows;

    Parties(Rows rows) {
        this.rows = rows;
    }

    /** The table. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<PartyRecord, String> {}

    @Transactional
    public Optional<Revised<PartyFact>> find(CountryCode country) {
        return rows.findByIdOptional(country.value()).map(row -> new Revised<>(row.fact, row.revision));
    }

    /** All of them, within the caller's transaction. */
    public Map<CountryCode, Revised<PartyFact>> all() {
        return rows.streamAll()
                .map(row -> new Revised<>(row.fact, row.revision))
                .collect(Collectors.toMap(party -> party.fact().country(), party -> party));
    }

    /** Keeps the newest version of a country, within the caller's transaction. */
    public void save(Revised<PartyFact> party) {
        PartyRecord row = rows.findById(party.fact().country().value());
        boolean isNew = row == null;
        if (isNew) {
            row = new PartyRecord();
            row.country = party.fact().country().value();
        }
        row.revision = party.revision();
        row.fact = party.fact();
        if (isNew) {
            rows.persist(row);
        }
    }
}
