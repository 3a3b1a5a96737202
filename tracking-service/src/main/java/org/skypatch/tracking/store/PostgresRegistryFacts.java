package org.skypatch.tracking.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.contracts.registry.TraderFact;
import org.skypatch.tracking.movement.ReferenceKey;
import org.skypatch.tracking.movement.ReferenceKey.Kind;
import org.skypatch.tracking.process.RegistryFacts;
import org.skypatch.tracking.process.Transactions.DatabaseUnavailable;
import org.skypatch.tracking.register.Cited;
import org.skypatch.tracking.register.Licences;
import org.skypatch.tracking.register.RegisterReading;

/** Registry records by kind and key; the highest revision is kept. */
@ApplicationScoped
public class PostgresRegistryFacts implements RegistryFacts {

    private final DataSource database;
    private final Json json;

    PostgresRegistryFacts(DataSource database, Json json) {
        this.database = database;
        this.json = json;
    }

    private record Row(String kind, String key, RegistryEvent event) {}

    @Override
    public void keep(List<RegistryEvent> records) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                RegistryLock.take(connection);
                keep(records, connection);
                connection.commit();
            } catch (SQLException | RuntimeException | Error e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            if (PostgresTransactions.isUnavailable(e)) {
                throw new DatabaseUnavailable(e);
            }
            throw new PostgresTransactions.Refused(e);
        }
    }

    private void keep(List<RegistryEvent> records, Connection connection) throws SQLException {
        Map<String, Row> latest = new LinkedHashMap<>();
        for (RegistryEvent record : records) {
            Row row = new Row(record.kind(), record.key(), record);
            latest.merge(
                    row.kind() + ":" + row.key(),
                    row,
                    (a, b) -> a.event().revision() > b.event().revision() ? a : b);
        }
        List<Row> rows = latest.values().stream()
                .sorted(Comparator.comparing(Row::kind).thenComparing(Row::key))
                .toList();
        List<String> changed = upsert(rows, connection);
        List<Row> news = rows.stream()
                .filter(row -> changed.contains(row.kind() + ":" + row.key()))
                .toList();
        if (news.stream().anyMatch(row -> RegisterReading.KINDS.contains(row.kind()))) {
            try (Statement bump =
                    new Statement(connection, "update registry_generation set generation = generation + 1")) {
                bump.update();
            }
        }
        judgeAgain(news, connection);
    }

    private List<String> upsert(List<Row> rows, Connection connection) throws SQLException {
        try (Statement upsert = new Statement(
                        connection,
                        "insert into registry_record(kind, record_key, revision, lookup, payload)"
                                + " select * from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::bytea[])"
                                + " on conflict (kind, record_key) do update set revision = excluded.revision,"
                                + " lookup = excluded.lookup, payload = excluded.payload"
                                + " where registry_record.revision < excluded.revision"
                                + " returning kind || ':' || record_key")
                .column("text", rows, Row::kind)
                .column("text", rows, Row::key)
                .column("bigint", rows, row -> row.event().revision())
                .column("text", rows, row -> lookup(row.event()))
                .column("bytea", rows, row -> json.write(row.event()))) {
            return upsert.list(row -> row.getString(1));
        }
    }

    private static @Nullable String lookup(RegistryEvent event) {
        return switch (event) {
            case RegistryEvent.LicenceRecorded it ->
                Licences.folded(Licences.number(it.versions().getLast().fact()));
            case RegistryEvent.NotificationRecorded it -> {
                NotificationFact fact = it.versions().getLast().fact();
                yield Cited.key(fact.exportCountry(), fact.number());
            }
            case RegistryEvent.TraderRecorded it -> {
                TraderFact fact = it.versions().getLast().fact();
                yield Cited.key(fact.country(), fact.id().value());
            }
            default -> null;
        };
    }

    /**
     * Marks the movements that rest on the records: those that cite a licence, a notification or a trader, those whose
     * number is unknown and may be meant for a licence of the same issuer, those of a commodity, or of a country.
     */
    private static void judgeAgain(List<Row> news, Connection connection) throws SQLException {
        Map<Kind, List<String>> cited = new EnumMap<>(Kind.class);
        Set<String> issuers = new TreeSet<>();
        Set<String> countries = new TreeSet<>();
        List<String> commodities = new ArrayList<>();
        for (Row row : news) {
            switch (row.event()) {
                case RegistryEvent.LicenceRecorded it -> {
                    LicenceFact fact = it.versions().getLast().fact();
                    cite(cited, Kind.LICENCE, Licences.number(fact).toString());
                    issuers.add(fact.issuer().value());
                }
                case RegistryEvent.NotificationRecorded it -> {
                    NotificationFact fact = it.versions().getLast().fact();
                    cite(cited, Kind.NOTIFICATION, fact.exportCountry() + "/" + fact.number());
                }
                case RegistryEvent.TraderRecorded it -> {
                    TraderFact fact = it.versions().getLast().fact();
                    cite(cited, Kind.TRADER, fact.country() + "/" + fact.id());
                }
                case RegistryEvent.CommodityRecorded it -> commodities.add(it.key());
                default ->
                    row.event().versions().forEach(version -> version.fact()
                            .concerns()
                            .forEach(country -> countries.add(country.value())));
            }
        }
        for (Map.Entry<Kind, List<String>> kind : cited.entrySet()) {
            mark(
                    "select distinct e.movement_id from event_reference r"
                            + " join movement_event e on e.event_id = r.event_id"
                            + " where r.kind = '" + kind.getKey() + "' and r.value = any(?)",
                    kind.getValue(),
                    connection);
        }
        mark(
                "select distinct movement_id from finding where rule in ('licence-unknown', 'licence-near-miss')"
                        + " and cleared_at is null and split_part(subject, '/', 1) = any(?)",
                issuers,
                connection);
        mark("select distinct movement_id from movement_audience where audience = any(?)", countries, connection);
        mark("select id from movement where commodities && ?", commodities, connection);
    }

    private static void cite(Map<Kind, List<String>> cited, Kind kind, String written) {
        cited.computeIfAbsent(kind, none -> new ArrayList<>()).add(ReferenceKey.folded(written));
    }

    private static void mark(String movements, Collection<String> values, Connection connection) throws SQLException {
        if (values.isEmpty()) {
            return;
        }
        try (Statement insert = new Statement(
                        connection, "insert into rejudgement(movement_id) " + movements + " on conflict do nothing")
                .withAll("text", values)) {
            insert.update();
        }
    }
}
