package org.skypatch.tracking.store;

import static org.skypatch.tracking.store.PostgresTrackingRecords.timestamp;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.process.ReleaseRecords;
import org.skypatch.tracking.release.Extent;
import org.skypatch.tracking.release.Release;

/** Releases of movements, by the events that they hang on. */
final class ReleaseTable implements ReleaseRecords {

    private final Connection connection;

    ReleaseTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public List<Release> about(Collection<UUID> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        try (Statement select = new Statement(
                        connection,
                        "select event_id, party, released_to, ordinal, extent, said_by, said_at, reason from release"
                                + " where event_id = any(?::uuid[])")
                .withAll("uuid", events)) {
            return select.list(row -> new Release(
                    row.getObject(1, UUID.class),
                    CountryCode.of(row.getString(2)),
                    row.getString(3),
                    row.getInt(4),
                    Extent.parse(row.getString(5)).orElseThrow(),
                    AdministrationId.of(row.getString(6)),
                    row.getObject(7, OffsetDateTime.class).toInstant(),
                    row.getString(8)));
        } catch (SQLException e) {
            throw new PostgresTransactions.Failed(e);
        }
    }

    @Override
    public void put(Release release) {
        try (Statement insert = new Statement(
                        connection,
                        "insert into release(id, event_id, party, released_to, ordinal, extent, said_by, said_at, reason)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .with(release.id())
                .with(release.event())
                .with(release.party().value())
                .with(release.to())
                .with(release.ordinal())
                .with(release.extent().label())
                .with(release.by().value())
                .with(timestamp(release.at()))
                .with(release.reason())) {
            insert.update();
        } catch (SQLException e) {
            throw new PostgresTransactions.Failed(e);
        }
    }
}
