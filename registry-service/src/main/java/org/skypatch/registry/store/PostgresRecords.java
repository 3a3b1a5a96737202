package org.skypatch.registry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.registry.record.Author;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Precondition;
import org.skypatch.registry.record.RecordKey;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.RecordWriting;
import org.skypatch.registry.record.Records;
import org.skypatch.registry.record.Revised;
import org.skypatch.registry.record.Version;
import org.skypatch.registry.record.Written;

/** Records of every kind in the tables {@code record} and {@code record_reader}. */
@ApplicationScoped
class PostgresRecords implements Records, PanacheRepositoryBase<RecordRow, RecordRow.Key> {

    /** Led by the reader, so that a page costs what it shows, however much others have. */
    private static final String LIST = """
            select r.* from record_reader v join record r on r.kind = v.kind and r.name = v.name
            where v.kind = :kind and v.reader = any(cast(:readers as text[]))
              and %s and v.name like :prefix
              and r.fact @> cast(:saying as jsonb)
              and (cast(:on as text) is null
                   or cast(:on as text) between coalesce(r.fact ->> 'from', '') and coalesce(r.fact ->> 'until', '9999-12-31'))
            order by %s limit :limit
            """;

    private static final String BY_NAME = LIST.formatted("v.name > :after", "v.name");
    private static final String BY_NUMBER =
            LIST.formatted("(length(v.name), v.name) > (length(:after), :after)", "length(v.name), v.name");

    private final RecordWriting writing;
    private final PostgresRecordJournal journal;
    private final RunningClockRows clocks;
    private final LawChanges law;
    private final ObjectMapper json;

    PostgresRecords(
            RecordWriting writing,
            PostgresRecordJournal journal,
            RunningClockRows clocks,
            LawChanges law,
            ObjectMapper doors) {
        this.writing = writing;
        this.journal = journal;
        this.clocks = clocks;
        this.law = law;
        this.json = JsonHabits.forTopics(doors);
    }

    @Override
    @Transactional
    public <F extends RegistryFact> Optional<Revised<F>> find(RecordKind<F> kind, String name) {
        return findByIdOptional(new RecordRow.Key(kind.label(), name)).map(row -> revised(kind, row));
    }

    @Override
    @Transactional
    public <F extends RegistryFact> Optional<Revised<F>> find(
            RecordKind<F> kind, String name, Optional<CountryCode> reader) {
        return find(kind, name).filter(record -> {
            Set<String> readers = kind.readers().apply(record.fact());
            return readers.contains(RecordKind.EVERYONE)
                    || reader.map(CountryCode::value).filter(readers::contains).isPresent();
        });
    }

    @Override
    @Transactional
    public <F extends RegistryFact> Written<F> write(
            RecordKind<F> kind,
            String name,
            Author author,
            Precondition precondition,
            @Nullable String reason,
            Function<Optional<F>, Decision<F>> decide) {
        return writing.write(
                new RecordWriting.Wish(new RecordKey(kind, name), author, precondition, reason),
                new Row<>(kind, name),
                decide);
    }

    @Override
    @Transactional
    public <F extends RegistryFact> List<Named<F>> list(RecordKind<F> kind, Question question) {
        String[] readers = question.reader()
                .map(country -> new String[] {RecordKind.EVERYONE, country.value()})
                .orElseGet(() -> new String[] {RecordKind.EVERYONE});
        return getSession()
                .createNativeQuery(question.numbered() ? BY_NUMBER : BY_NAME, RecordRow.class)
                .setParameter("kind", kind.label())
                .setParameter("readers", readers)
                .setParameter("after", question.after())
                .setParameter("prefix", Columns.literal(question.prefix()) + "%")
                .setParameter("saying", text(saying(question)))
                .setParameter("on", Columns.text(question.on().orElse(null)))
                .setParameter("limit", question.limit())
                .getResultStream()
                .map(row -> new Named<>(row.name, revised(kind, row)))
                .toList();
    }

    @Override
    @Transactional
    public <F extends RegistryFact> List<Version<F>> history(RecordKind<F> kind, String name) {
        return journal.history(kind, name);
    }

    private static Map<String, Object> saying(Question question) {
        Map<String, Object> fields = new LinkedHashMap<>(question.saying());
        question.holding().forEach((field, value) -> fields.put(field, List.of(value)));
        return fields;
    }

    private <F extends RegistryFact> Revised<F> revised(RecordKind<F> kind, RecordRow row) {
        try {
            return new Revised<>(json.readValue(row.fact, kind.fact()), row.revision);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept record cannot be read", e);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record cannot be written as JSON", e);
        }
    }

    private final class Row<F extends RegistryFact> implements RecordWriting.Row<F> {

        private final RecordKind<F> kind;
        private final String name;

        private Row(RecordKind<F> kind, String name) {
            this.kind = kind;
            this.name = name;
        }

        @Override
        public Optional<Revised<F>> find() {
            return PostgresRecords.this.find(kind, name);
        }

        @Override
        public void save(Revised<F> record) {
            RecordRow known = findById(new RecordRow.Key(kind.label(), name));
            RecordRow row = known == null ? new RecordRow() : known;
            row.kind = kind.label();
            row.name = name;
            row.revision = record.revision();
            row.fact = text(record.fact());
            if (known == null) {
                persist(row);
            }
            flush();
            saveReaders(kind.readers().apply(record.fact()));
            law.note(record.fact());
            clocks.set(new RecordKey(kind, name), record.fact());
        }

        private void saveReaders(Set<String> readers) {
            String[] all = readers.toArray(String[]::new);
            getSession()
                    .createNativeMutationQuery("delete from record_reader where kind = :kind and name = :name"
                            + " and reader <> all(cast(:readers as text[]))")
                    .setParameter("kind", kind.label())
                    .setParameter("name", name)
                    .setParameter("readers", all)
                    .executeUpdate();
            getSession()
                    .createNativeMutationQuery("insert into record_reader(kind, reader, name)"
                            + " select :kind, reader, :name from unnest(cast(:readers as text[])) reader"
                            + " on conflict do nothing")
                    .setParameter("kind", kind.label())
                    .setParameter("name", name)
                    .setParameter("readers", all)
                    .executeUpdate();
        }
    }
}
