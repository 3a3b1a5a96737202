package org.skypatch.tracking.store;

import static org.skypatch.tracking.store.PostgresTrackingRecords.timestamp;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.tracking.finding.ThresholdSet;
import org.skypatch.tracking.process.ThresholdSets;
import org.skypatch.tracking.process.Transactions.DatabaseUnavailable;

/** The table {@code threshold_set}. Publishing counts as news of the law: see {@link RegistryLock}. */
@ApplicationScoped
public class PostgresThresholdSets implements ThresholdSets {

    private static final String ALL =
            "select body, published_at, published_by, reason from threshold_set order by from_day, id";

    private final DataSource database;
    private final Json json;

    PostgresThresholdSets(DataSource database, Json json) {
        this.database = database;
        this.json = json;
    }

    static List<ThresholdSet> read(Connection connection, Json json) throws SQLException {
        try (Statement select = new Statement(connection, ALL)) {
            return select.list(row -> json.read(row.getBytes(1), ThresholdSet.class));
        }
    }

    @Override
    public List<Published> all() {
        try (Connection connection = database.getConnection();
                Statement select = new Statement(connection, ALL)) {
            return select.list(row -> new Published(
                    json.read(row.getBytes(1), ThresholdSet.class),
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    AdministrationId.of(row.getString(3)),
                    row.getString(4)));
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    @Override
    public void publish(Published published) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                RegistryLock.take(connection);
                put(published, connection);
                connection.commit();
            } catch (SQLException | RuntimeException | Error e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private void put(Published published, Connection connection) throws SQLException {
        LocalDate from = published.set().from();
        try (Statement insert = new Statement(
                        connection,
                        "insert into threshold_set(from_day, body, published_at, published_by, reason)"
                                + " values (?, ?, ?, ?, ?)")
                .with(from)
                .with(json.write(published.set()))
                .with(timestamp(published.publishedAt()))
                .with(published.publishedBy().value())
                .with(published.reason())) {
            insert.update();
        }
        try (Statement bump = new Statement(connection, "update registry_generation set generation = generation + 1")) {
            bump.update();
        }
        // The day of a departure is that of its own place, up to fourteen hours ahead of UTC.
        try (Statement mark = new Statement(
                        connection,
                        "insert into rejudgement(movement_id) select id from movement"
                                + " where started_at >= ?::date - interval '14 hours' on conflict do nothing")
                .with(from)) {
            mark.update();
        }
    }
}
