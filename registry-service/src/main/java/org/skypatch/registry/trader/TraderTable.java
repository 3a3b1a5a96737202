package org.skypatch.registry.trader;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.skypatch.contracts.registry.TraderFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.RecordTable;
import org.skypatch.registry.record.Records;
import org.skypatch.registry.record.Revised;

/** Traders in the table {@code trader}, many at a time. */
@ApplicationScoped
@Transactional
class TraderTable implements RecordTable<TraderFact> {

    private static final String FIND = """
            select t.* from trader t
            join unnest(cast(:names as text[])) as wanted(name)
              on t.country = split_part(wanted.name, '/', 1) and t.id = substr(wanted.name, strpos(wanted.name, '/') + 1)
            """;
    private static final String OF = """
            select * from trader where country = :party and id > :after order by id limit :limit
            """;

    private final StatelessSession database;
    private final TraderNames names;

    TraderTable(StatelessSession database, TraderNames names) {
        this.database = database;
        this.names = names;
    }

    @Override
    public RecordKind<TraderFact> kind() {
        return RecordKind.TRADER;
    }

    @Override
    public Map<String, Revised<TraderFact>> find(Collection<String> names) {
        return database.createNativeQuery(FIND, TraderRecord.class)
                .setParameter("names", names.toArray(String[]::new))
                .getResultStream()
                .map(TraderTable::named)
                .collect(Collectors.toMap(Records.Named::name, Records.Named::record));
    }

    @Override
    public List<Records.Named<TraderFact>> of(CountryCode party, String after, int limit) {
        return database.createNativeQuery(OF, TraderRecord.class)
                .setParameter("party", party.value())
                .setParameter("after", after.substring(after.indexOf('/') + 1))
                .setParameter("limit", limit)
                .getResultStream()
                .map(TraderTable::named)
                .toList();
    }

    @Override
    public void add(List<Records.Named<TraderFact>> records) {
        if (!records.isEmpty()) {
            database.insertMultiple(records.stream().map(row()).toList());
            names.save(records.stream().map(record -> record.record().fact()).toList());
        }
    }

    @Override
    public void replace(List<Records.Named<TraderFact>> records) {
        if (!records.isEmpty()) {
            database.updateMultiple(records.stream().map(row()).toList());
            names.save(records.stream().map(record -> record.record().fact()).toList());
        }
    }

    private static Function<Records.Named<TraderFact>, TraderRecord> row() {
        return record -> {
            TraderRecord row = new TraderRecord();
            row.become(record.record());
            return row;
        };
    }

    private static Records.Named<TraderFact> named(TraderRecord row) {
        return new Records.Named<>(row.country + "/" + row.id, row.revised());
    }
}
