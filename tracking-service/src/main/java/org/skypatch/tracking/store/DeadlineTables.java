package org.skypatch.tracking.store;

import static org.skypatch.tracking.store.PostgresTrackingRecords.timestamp;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.skypatch.tracking.process.TrackingRecords.Judgement;

/** When movements are to be judged again. */
final class DeadlineTables {

    private final Connection connection;

    DeadlineTables(Connection connection) {
        this.connection = connection;
    }

    /** Movements that are due, or whose evidence has changed; each taken by one transaction only. */
    List<UUID> claimDue(Instant now, int most) throws SQLException {
        Set<UUID> claimed = new TreeSet<>();
        try (Statement due = new Statement(
                        connection,
                        "select m.id from deadline d join movement m on m.id = d.movement_id where d.due_at <= ?"
                                + " order by d.due_at limit ? for update of m skip locked")
                .with(timestamp(now))
                .with(most)) {
            claimed.addAll(due.list(row -> row.getObject(1, UUID.class)));
        }
        try (Statement changed = new Statement(
                        connection,
                        "select m.id from rejudgement r join movement m on m.id = r.movement_id"
                                + " limit ? for update skip locked")
                .with(most)) {
            List<UUID> again = changed.list(row -> row.getObject(1, UUID.class));
            claimed.addAll(again);
            delete("rejudgement", again);
        }
        delete("deadline", claimed);
        return List.copyOf(claimed);
    }

    void delete(String table, Collection<UUID> movements) throws SQLException {
        if (movements.isEmpty()) {
            return;
        }
        String column = table.equals("movement") ? "id" : "movement_id";
        try (Statement delete = new Statement(
                        connection, "delete from " + table + " where " + column + " = any(?::uuid[])")
                .withAll("uuid", movements)) {
            delete.update();
        }
    }

    void save(List<Judgement> judged) throws SQLException {
        List<Judgement> due =
                judged.stream().filter(row -> row.lookAgainAt() != null).toList();
        List<UUID> never = judged.stream()
                .filter(row -> row.lookAgainAt() == null)
                .map(row -> row.movement().id())
                .toList();
        delete("deadline", never);
        if (due.isEmpty()) {
            return;
        }
        try (Statement upsert = new Statement(
                        connection,
                        "insert into deadline(movement_id, due_at) select * from unnest(?::uuid[], ?::timestamptz[])"
                                + " on conflict (movement_id) do update set due_at = excluded.due_at"
                                + " where deadline.due_at <> excluded.due_at")
                .column("uuid", due, row -> row.movement().id())
                .column("timestamptz", due, row -> Optional.ofNullable(row.lookAgainAt())
                        .map(PostgresTrackingRecords::timestamp)
                        .orElse(null))) {
            upsert.update();
        }
    }
}
