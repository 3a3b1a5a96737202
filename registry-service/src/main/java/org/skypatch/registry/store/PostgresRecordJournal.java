package org.skypatch.registry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
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
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.registry.CoverageFact;
import org.skypatch.contracts.registry.Dated;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.PartyFact;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.contracts.registry.RequirementFact;
import org.skypatch.contracts.registry.TraderFact;
import org.skypatch.contracts.topic.Topic;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.edge.outbox.Outbox;
import org.skypatch.edge.outbox.OutboxRelay;
import org.skypatch.edge.outbox.OutgoingMessage;
import org.skypatch.registry.record.Change;
import org.skypatch.registry.record.RecordJournal;
import org.skypatch.registry.record.RecordKey;

/** The history of all records in the table {@code record_version}; sends each changed record out through the outbox. */
@ApplicationScoped
class PostgresRecordJournal implements RecordJournal {

    /** Below the broker's limit of 1 MiB: one message that is too large would hold up all that follow it. */
    private static final int LARGEST_MESSAGE = 900_000;

    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest(?::text[]) with ordinality k(key, n) order by n
            """;
    private static final String VERSIONS = """
            select kind || ':' || name, recorded_at, recorded_by, new_fact
            from record_version
            where (kind, name) in (select * from unnest(?::text[], ?::text[]))
            order by kind, name, revision
            """;
    private static final String INSERT = """
            insert into record_version(kind, name, revision, recorded_at, recorded_by, person, reason, old_fact, new_fact)
            select * from unnest(?::text[], ?::text[], ?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::text[],
                                 ?::jsonb[], ?::jsonb[])
            """;

    private final DataSource database;
    private final ObjectMapper json;
    private final OutboxRelay relay;
    private final TransactionSynchronizationRegistry transaction;

    PostgresRecordJournal(
            DataSource database, ObjectMapper json, OutboxRelay relay, TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.json = JsonHabits.forTopics(json);
        this.relay = relay;
        this.transaction = transaction;
    }

    private record Version(Instant recordedAt, String by, String fact) {}

    @Override
    public void lock(Collection<RecordKey> keys) {
        run(connection -> {
            try (var statement = connection.prepareStatement(LOCK)) {
                statement.setArray(
                        1,
                        connection.createArrayOf(
                                "text",
                                keys.stream().sorted().map(RecordKey::toString).toArray()));
                statement.execute();
            }
        });
    }

    @Override
    public boolean append(List<? extends Change<?>> changes) {
        List<OutgoingMessage> messages = new ArrayList<>();
        boolean[] fits = {true};
        run(connection -> {
            Map<String, List<Version>> known = versions(connection, changes);
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
            wakeTheRelayAfterwards();
        }
        return fits[0];
    }

    @Override
    public void close(RegistryEvent.CatalogueRecorded edition) {
        run(connection -> Outbox.append(
                connection,
                List.of(message("catalogue:" + edition.key(), "catalogue-recorded", edition.revision(), edition))));
        wakeTheRelayAfterwards();
    }

    private Map<String, List<Version>> versions(Connection connection, List<? extends Change<?>> changes)
            throws SQLException {
        Map<String, List<Version>> found = new HashMap<>();
        try (var statement = connection.prepareStatement(VERSIONS)) {
            statement.setArray(1, array(connection, "text", changes, change -> change.key()
                    .kind()
                    .label()));
            statement.setArray(
                    2, array(connection, "text", changes, change -> change.key().name()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getString(1), key -> new ArrayList<>())
                            .add(new Version(
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

    private OutgoingMessage message(Change<?> change, List<Version> known) {
        RecordKey key = change.key();
        return message(
                key.toString(),
                key.kind().label() + "-recorded",
                change.revision(),
                switch (key.kind()) {
                    case TRADER ->
                        new RegistryEvent.TraderRecorded(
                                key.name(), change.revision(), dated(TraderFact.class, known, change));
                    case LICENCE ->
                        new RegistryEvent.LicenceRecorded(
                                key.name(), change.revision(), dated(LicenceFact.class, known, change));
                    case COVERAGE ->
                        new RegistryEvent.CoverageRecorded(
                                key.name(), change.revision(), dated(CoverageFact.class, known, change));
                    case REQUIREMENT ->
                        new RegistryEvent.RequirementRecorded(
                                key.name(), change.revision(), dated(RequirementFact.class, known, change));
                    case PARTY ->
                        new RegistryEvent.PartyRecorded(
                                key.name(), change.revision(), dated(PartyFact.class, known, change));
                    case COMMODITY ->
                        new RegistryEvent.CommodityRecorded(
                                key.name(), change.revision(), dated(CommodityFact.class, known, change));
                });
    }

    private <F> List<Dated<F>> dated(Class<F> type, List<Version> known, Change<?> change) {
        List<Dated<F>> versions = new ArrayList<>();
        for (Version version : known) {
            versions.add(
                    new Dated<>(version.recordedAt(), AdministrationId.of(version.by()), fact(type, version.fact())));
        }
        versions.add(new Dated<>(change.recordedAt(), change.author().administration(), type.cast(change.after())));
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

    private void wakeTheRelayAfterwards() {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing to do before the commit
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    relay.wake();
                }
            }
        });
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
