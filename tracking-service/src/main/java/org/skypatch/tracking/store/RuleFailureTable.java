package org.skypatch.tracking.store;

import static org.skypatch.tracking.store.PostgresTrackingRecords.timestamp;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.skypatch.tracking.finding.RuleFailure;
import org.skypatch.tracking.process.TrackingRecords.Judgement;

/** Rules that threw on movements; a movement's lines are those of its last judgement. */
final class RuleFailureTable {

    private final Connection connection;

    RuleFailureTable(Connection connection) {
        this.connection = connection;
    }

    private record Row(UUID movement, Instant at, RuleFailure failure) {}

    void save(List<Judgement> judged) throws SQLException {
        try (Statement delete = new Statement(connection, "delete from rule_failure where movement_id = any(?::uuid[])")
                .column("uuid", judged, row -> row.movement().id())) {
            delete.update();
        }
        List<Row> rows = judged.stream()
                .flatMap(row -> row.failures().stream()
                        .map(failure -> new Row(row.movement().id(), row.judgedAt(), failure)))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        try (Statement insert = new Statement(
                        connection,
                        "insert into rule_failure(movement_id, rule, version, exception, message, place, failed_at)"
                                + " select * from unnest(?::uuid[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[],"
                                + " ?::timestamptz[])")
                .column("uuid", rows, Row::movement)
                .column("text", rows, row -> row.failure().rule().value())
                .column("int", rows, row -> row.failure().version())
                .column("text", rows, row -> row.failure().exception())
                .column("text", rows, row -> row.failure().message())
                .column("text", rows, row -> row.failure().place())
                .column("timestamptz", rows, row -> timestamp(row.at()))) {
            insert.update();
        }
    }
}
