package org.skypatch.registry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.skypatch.contracts.registry.QuotaFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.RecordTable;
import org.skypatch.registry.record.Records;
import org.skypatch.registry.record.Revised;

/** Quotas in the tables {@code record} and {@code record_reader}, many at a time. */
@ApplicationScoped
@Transactional
class QuotaTable implements RecordTable<QuotaFact> {

    private static final String FIND = """
            select r.* from record r
            join unnest(cast(:names as text[])) as wanted(name) on r.name = wanted.name
            where r.kind = 'quota'
            """;
    private static final String OF = """
            select * from record
            where kind = 'quota' and name > :after and name like :party || '/%' order by name limit :limit
            """;
    private static final String FORGET_READERS = """
            delete from record_reader where kind = 'quota' and name = any(cast(:names as text[]))
            """;
    private static final String SAVE_READERS = """
            insert into record_reader(kind, reader, name)
            select 'quota', reader, name
            from unnest(cast(:readers as text[]), cast(:names as text[])) as who(reader, name)
            """;

    private final StatelessSession database;
    private final ClocksOfMany clocks;
    private final ObjectMapper json;

    QuotaTable(StatelessSession database, ClocksOfMany clocks, ObjectMapper doors) {
        this.database = database;
        this.clocks = clocks;
        this.json = JsonHabits.forTopics(doors);
    }

    @Override
    public RecordKind<QuotaFact> kind() {
        return RecordKind.QUOTA;
    }

    @Override
    public Map<String, Revised<QuotaFact>> find(Collection<String> names) {
        return database.createNativeQuery(FIND, RecordRow.class)
                .setParameter("names", names.toArray(String[]::new))
                .getResultStream()
                .map(this::named)
                .collect(Collectors.toMap(Records.Named::name, Records.Named::record));
    }

    @Override
    public List<Records.Named<QuotaFact>> of(CountryCode party, String after, int limit) {
        return database.createNativeQuery(OF, RecordRow.class)
                .setParameter("party", party.value())
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultStream()
                .map(this::named)
                .toList();
    }

    @Override
    public void add(List<Records.Named<QuotaFact>> records) {
        database.insertMultiple(records.stream().map(this::row).toList());
        saveReaders(records);
        clocks.set(kind().label(), records);
    }

    @Override
    public void replace(List<Records.Named<QuotaFact>> records) {
        database.updateMultiple(records.stream().map(this::row).toList());
        database.createNativeMutationQuery(FORGET_READERS)
                .setParameter("names", records.stream().map(Records.Named::name).toArray(String[]::new))
                .executeUpdate();
        saveReaders(records);
        clocks.set(kind().label(), records);
    }

    private void saveReaders(List<Records.Named<QuotaFact>> records) {
        List<String> readers = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Records.Named<QuotaFact> record : records) {
            for (String reader : kind().readers().apply(record.record().fact())) {
                readers.add(reader);
                names.add(record.name());
            }
        }
        database.createNativeMutationQuery(SAVE_READERS)
                .setParameter("readers", readers.toArray(String[]::new))
                .setParameter("names", names.toArray(String[]::new))
                .executeUpdate();
    }

    private RecordRow row(Records.Named<QuotaFact> record) {
        RecordRow row = new RecordRow();
        row.kind = kind().label();
        row.name = record.name();
        row.revision = record.record().revision();
        try {
            row.fact = json.writeValueAsString(record.record().fact());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record cannot be written as JSON", e);
        }
        return row;
    }

    private Records.Named<QuotaFact> named(RecordRow row) {
        try {
            return new Records.Named<>(
                    row.name, new Revised<>(json.readValue(row.fact, QuotaFact.class), row.revision));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept record cannot be read", e);
        }
    }
}
