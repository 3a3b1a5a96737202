package org.skypatch.tracking.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.tracking.movement.ReferenceKey;
import org.skypatch.tracking.process.RegistryFacts;
import org.skypatch.tracking.process.Transactions.DatabaseUnavailable;
import org.skypatch.tracking.register.Licences;
import org.skypatch.tracking.register.Notifications;

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
                keep(records, connection);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
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
        if (news.stream()
                .anyMatch(row -> !row.kind().equals("licence") && !row.kind().equals("trader"))) {
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
            case RegistryEvent.LicenceRecorded licence ->
                Licences.folded(number(licence.versions().getLast().fact()));
            case RegistryEvent.NotificationRecorded notification -> {
                NotificationFact fact = notification.versions().getLast().fact();
                yield Notifications.folded(fact.exportCountry(), fact.number());
            }
            default -> null;
        };
    }

    private static LicenceNumber number(LicenceFact licence) {
        return new LicenceNumber(licence.issuer(), licence.number());
    }

    /** Marks the movements that rest on the records: those that cite a licence, or concern a country. */
    private static void judgeAgain(List<Row> news, Connection connection) throws SQLException {
        List<String> licences = news.stream()
                .flatMap(row -> row.event() instanceof RegistryEvent.LicenceRecorded licence
                        ? Stream.of(licence.versions().getLast().fact())
                        : Stream.empty())
                .map(fact -> ReferenceKey.folded(number(fact).toString()))
                .toList();
        mark(
                "select distinct e.movement_id from event_reference r join movement_event e on e.event_id = r.event_id"
                        + " where r.kind = 'LICENCE' and r.value = any(?)",
                licences,
                connection);
        List<String> countries = news.stream()
                .filter(row -> !row.event().versions().isEmpty())
                .flatMap(row -> row.event().versions().getLast().fact().concerns().stream())
                .map(CountryCode::value)
                .distinct()
                .toList();
        mark("select distinct movement_id from movement_audience where audience = any(?)", countries, connection);
        List<String> commodities = news.stream()
                .filter(row -> row.event() instanceof RegistryEvent.CommodityRecorded)
                .map(Row::key)
                .toList();
        mark("select id from movement where commodities && ?", commodities, connection);
    }

    private static void mark(String movements, List<String> values, Connection connection) throws SQLException {
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
