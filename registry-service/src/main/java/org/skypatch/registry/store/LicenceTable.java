package org.skypatch.registry.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.RecordTable;
import org.skypatch.registry.record.Records;
import org.skypatch.registry.record.Revised;

/** Licences in the table {@code licence}, many at a time. */
@ApplicationScoped
@Transactional
class LicenceTable implements RecordTable<LicenceFact> {

    private static final String FIND = """
            select l.* from licence l
            join unnest(cast(:names as text[])) as wanted(name)
              on l.issuer = split_part(wanted.name, '/', 1) and l.number = substr(wanted.name, strpos(wanted.name, '/') + 1)
            """;
    private static final String OF = """
            select * from licence where issuer = :party and number > :after order by number limit :limit
            """;

    private final StatelessSession database;
    private final ClocksOfMany clocks;

    LicenceTable(StatelessSession database, ClocksOfMany clocks) {
        this.database = database;
        this.clocks = clocks;
    }

    @Override
    public RecordKind<LicenceFact> kind() {
        return RecordKind.LICENCE;
    }

    @Override
    public Map<String, Revised<LicenceFact>> find(Collection<String> names) {
        return database.createNativeQuery(FIND, LicenceRecord.class)
                .setParameter("names", names.toArray(String[]::new))
                .getResultStream()
                .map(LicenceTable::named)
                .collect(Collectors.toMap(Records.Named::name, Records.Named::record));
    }

    @Override
    public List<Records.Named<LicenceFact>> of(CountryCode party, String after, int limit) {
        return database.createNativeQuery(OF, LicenceRecord.class)
                .setParameter("party", party.value())
                .setParameter("after", after.substring(after.indexOf('/') + 1))
                .setParameter("limit", limit)
                .getResultStream()
                .map(LicenceTable::named)
                .toList();
    }

    @Override
    public void add(List<Records.Named<LicenceFact>> records) {
        database.insertMultiple(records.stream().map(row()).toList());
        clocks.set(kind().label(), records);
    }

    @Override
    public void replace(List<Records.Named<LicenceFact>> records) {
        database.updateMultiple(records.stream().map(row()).toList());
        clocks.set(kind().label(), records);
    }

    private static Function<Records.Named<LicenceFact>, LicenceRecord> row() {
        return record -> {
            LicenceRecord row = new LicenceRecord();
            row.become(record.record());
            return row;
        };
    }

    private static Records.Named<LicenceFact> named(LicenceRecord row) {
        return new Records.Named<>(row.issuer + "/" + row.number, row.revised());
    }
}
