package org.skypatch.tracking.store;

import static org.skypatch.tracking.store.PostgresTrackingRecords.timestamp;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.skypatch.contracts.topic.Topic;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.edge.outbox.Outbox;
import org.skypatch.edge.outbox.OutgoingMessage;
import org.skypatch.tracking.process.ParkedRecords;
import org.skypatch.tracking.process.Transactions.DatabaseUnavailable;

/** Parked records in a table, and on their topic. */
@ApplicationScoped
public class PostgresParkedRecords implements ParkedRecords {

    private final DataSource database;
    private final Clock clock;

    PostgresParkedRecords(DataSource database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void park(ParkedRecord record, String reason) {
        String kept = reason.replace("\u0000", "")
                .substring(0, Math.min(2_000, reason.replace("\u0000", "").length()));
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement insert = new Statement(
                            connection,
                            "insert into parked_record(topic, partition, position, record_key, payload, reason, parked_at, event_id)"
                                    + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                    .with(record.topic())
                    .with(record.partition())
                    .with(record.position())
                    .with(Optional.ofNullable(record.key())
                            .map(key -> key.replace("\u0000", ""))
                            .orElse(null))
                    .with(record.payload())
                    .with(kept)
                    .with(timestamp(clock.instant()))
                    .with(record.event())) {
                if (insert.update() == 1) {
                    Outbox.append(connection, List.of(message(record, kept)));
                }
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private static OutgoingMessage message(ParkedRecord record, String reason) {
        String place = record.topic() + "/" + record.partition() + "/" + record.position();
        byte[] payload = record.payload();
        return new OutgoingMessage(
                Topic.CUSTOMS_EVENTS_PARKED,
                UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)),
                "parked",
                place,
                payload == null ? new byte[0] : payload,
                reason);
    }
}
