package org.skypatch.registry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.Dated;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.contracts.topic.Topic;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.edge.outbox.Outbox;
import org.skypatch.edge.outbox.OutgoingMessage;
import org.skypatch.registry.record.Author;
import org.skypatch.registry.record.Change;
import org.skypatch.registry.record.RecordJournal;
import org.skypatch.registry.record.RecordKey;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Version;

/** The history of all records in the table {@code record_version}; sends each changed record out through the outbox. */
@ApplicationScoped
class PostgresRecordJournal implements RecordJournal {

    /** Below the broker's limit of 1 MiB: one message that is too large would hold up all that follow it. */
    private static final int LARGEST_MESSAGE = 900_000;

    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest(?::text[]) with ordinality k(key, n) order by n
            """;
    /** Taken by whoever writes one of a Party's records of a kind, so that {@link #ALONE} waits for all of them. */
    private static final String TOGETHER = """
            select pg_advisory_xact_lock_shared(hashtextextended(gate, 0)) from unnest(?::text[]) with ordinality k(gate, n) order by n
            """;

    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended(?, 0))";
    private static final String VERSIONS = """
            select kind || ':' || name, recorded_at, recorded_by, new_fact
            from record_version
            where (kind, name) in (select * from unnest(?::text[], ?::text[]))
            order by kind, name, revision
            """;
    private static final String HISTORY = """
            select revision, recorded_at, recorded_by, person, reason, old_fact, new_fact
            from record_version where kind = ? and name = ? order by revision
            """;
    private static final String INSERT = """
            insert into record_version(kind, name, revision, recorded_at, recorded_by, person, reason, old_fact, new_fact)
            select * from unnest(?::text[], ?::text[], ?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::text[],
                                 ?::jsonb[], ?::jsonb[])
            """;

    private final DataSource database;
    private final ObjectMapper json;
    private final AfterCommit afterCommit;

    PostgresRecordJournal(DataSource database, ObjectMapper json, AfterCommit afterCommit) {
        this.database = database;
        this.json = JsonHabits.forTopics(json);
        this.afterCommit = afterCommit;
    }

    private record Kept(Instant recordedAt, String by, String fact) {}

    @Override
    public void lock(Collection<RecordKey> keys) {
        run(connection -> {
            lock(connection, TOGETHER, keys.stream().flatMap(key -> gate(key).stream()));
            lock(connection, LOCK, keys.stream().map(RecordKey::toString));
        });
    }

    @Override
    public void lockAll(RecordKind<?> kind, String party) {
        run(connection -> {
            try (var statement = connection.prepareStatement(ALONE)) {
                statement.setString(1, gate(kind, party));
                statement.execute();
            }
        });
    }

    private static void lock(Connection connection, String sql, Stream<String> names) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1,
                    connection.createArrayOf("text", names.distinct().sorted().toArray()));
            statement.execute();
        }
    }

    private static Optional<String> gate(RecordKey key) {
        int slash = key.name().indexOf('/');
        return slash < 0
                ? Optional.empty()
                : Optional.of(gate(key.kind(), key.name().substring(0, slash)));
    }

    private static String gate(RecordKind<?> kind, String party) {
        return "all of " + kind.label() + ":" + party;
    }

    @Override
    public boolean append(List<? extends Change<?>> changes) {
        List<OutgoingMessage> messages = new ArrayList<>();
        boolean[] fits = {true};
        run(connection -> {
            Map<String, List<Kept>> known = versions(connection, changes);
            for (Change<?> change : changes) {
                OutgoingMessage message =
                        message(change, known.getOrDefault(change.key().toString(), List.of()));
                fits[0] &= message.payload().length <= LARGEST_MESSAGE;
                messages.add(message);
            }
            if (fits[0]) {
                insert(connection, changes);
                Outbox.append(connection, messages);
            }
        });
        if (fits[0] && !changes.isEmpty()) {
            afterCommit.publish();
        }
        return fits[0];
    }

    @Override
    public void close(RegistryEvent.CatalogueRecorded edition) {
        run(connection -> Outbox.append(
                connection,
                List.of(message("catalogue:" + edition.key(), "catalogue-recorded", edition.revision(), edition))));
        afterCommit.publish();
    }

    private Map<String, List<Kept>> versions(Connection connection, List<? extends Change<?>> changes)
            throws SQLException {
        Map<String, List<Kept>> found = new HashMap<>();
        try (var statement = connection.prepareStatement(VERSIONS)) {
            statement.setArray(1, array(connection, "text", changes, change -> change.key()
                    .kind()
                    .label()));
            statement.setArray(
                    2, array(connection, "text", changes, change -> change.key().name()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getString(1), key -> new ArrayList<>())
                            .add(new Kept(
                                    rows.getObject(2, OffsetDateTime.class).toInstant(),
                                    rows.getString(3),
                                    rows.getString(4)));
                }
            }
        }
        return found;
    }

    private void insert(Connection connection, List<? extends Change<?>> changes) throws SQLException {
        try (var statement = connection.prepareStatement(INSERT)) {
            statement.setArray(1, array(connection, "text", changes, change -> change.key()
                    .kind()
                    .label()));
            statement.setArray(
                    2, array(connection, "text", changes, change -> change.key().name()));
            statement.setArray(3, array(connection, "bigint", changes, Change::revision));
            statement.setArray(4, array(connection, "timestamptz", changes, change -> change.recordedAt()
                    .atOffset(ZoneOffset.UTC)
                    .toString()));
            statement.setArray(5, array(connection, "text", changes, change -> change.author()
                    .administration()
                    .value()));
            statement.setArray(6, array(connection, "text", changes, change -> change.author()
                    .person()));
            statement.setArray(7, array(connection, "text", changes, Change::reason));
            statement.setArray(8, array(connection, "jsonb", changes, change -> change.before()
                    .map(this::text)
                    .orElse(null)));
            statement.setArray(9, array(connection, "jsonb", changes, change -> text(change.after())));
            statement.executeUpdate();
        }
    }

    private OutgoingMessage message(Change<?> change, List<Kept> known) {
        RecordKey key = change.key();
        return message(
                key.toString(),
                key.kind().label() + "-recorded",
                change.revision(),
                recorded(key.kind(), change, known));
    }

    private <F extends RegistryFact> RegistryEvent recorded(RecordKind<F> kind, Change<?> change, List<Kept> known) {
        List<Dated<F>> versions = new ArrayList<>();
        for (Kept version : known) {
            versions.add(new Dated<>(
                    version.recordedAt(), AdministrationId.of(version.by()), fact(kind.fact(), version.fact())));
        }
        versions.add(new Dated<>(
                change.recordedAt(),
                change.author().administration(),
                kind.fact().cast(change.after())));
        return kind.recorded().of(change.key().name(), change.revision(), versions);
    }

    /** Every version of a record, oldest first. */
    <F extends RegistryFact> List<Version<F>> history(RecordKind<F> kind, String name) {
        List<Version<F>> versions = new ArrayList<>();
        run(connection -> {
            try (var statement = connection.prepareStatement(HISTORY)) {
                statement.setString(1, kind.label());
                statement.setString(2, name);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        String before = rows.getString(6);
                        versions.add(new Version<>(
                                rows.getLong(1),
                                rows.getObject(2, OffsetDateTime.class).toInstant(),
                                new Author(AdministrationId.of(rows.getString(3)), rows.getString(4)),
                                rows.getString(5),
                                Optional.ofNullable(before).map(text -> fact(kind.fact(), text)),
                                fact(kind.fact(), rows.getString(7))));
                    }
                }
            }
        });
        return versions;
    }

    /** The id is made from record and revision, so a repeated message is known as one. */
    private OutgoingMessage message(String key, String type, long revision, RegistryEvent event) {
        UUID id = UUID.nameUUIDFromBytes((key + "#" + revision).getBytes(StandardCharsets.UTF_8));
        return new OutgoingMessage(
                Topic.REGISTRY_EVENTS, id, type, key, text(event).getBytes(StandardCharsets.UTF_8));
    }

    private String text(Object value) {
        try {
            return value instanceof RegistryEvent event
                    ? json.writerFor(RegistryEvent.class).writeValueAsString(event)
                    : json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record cannot be written as JSON", e);
        }
    }

    private <F> F fact(Class<F> type, String text) {
        try {
            return json.readValue(text, type);
        } catch (IOException e) {
            throw new IllegalStateException("a kept version cannot be read", e);
        }
    }

    private static Array array(
            Connection connection,
            String type,
            List<? extends Change<?>> changes,
            Function<Change<?>, @Nullable Object> column)
            throws SQLException {
        return connection.createArrayOf(type, changes.stream().map(column).toArray());
    }

    private interface Work {
        void in(Connection connection) throws SQLException;
    }

    private void run(Work work) {
        try (Connection connection = database.getConnection()) {
            work.in(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the journal of records failed", e);
        }
    }
}
