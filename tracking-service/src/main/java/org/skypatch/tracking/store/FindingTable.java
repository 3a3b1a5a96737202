package org.skypatch.tracking.store;

import static org.skypatch.tracking.store.PostgresTrackingRecords.timestamp;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.finding.FindingDiff;
import org.skypatch.tracking.process.TrackingRecords.Judgement;

/** Findings of movements, open and cleared. */
final class FindingTable {

    private final Connection connection;
    private final Json json;

    FindingTable(Connection connection, Json json) {
        this.connection = connection;
        this.json = json;
    }

    Map<UUID, List<Finding>> of(Collection<UUID> movements) throws SQLException {
        Map<UUID, List<Finding>> findings = new HashMap<>();
        try (Statement select = new Statement(
                        connection,
                        "select movement_id, body, cleared_at from finding where movement_id = any(?::uuid[])")
                .withAll("uuid", movements)) {
            select.list(row -> findings.computeIfAbsent(row.getObject(1, UUID.class), none -> new ArrayList<>())
                    .add(read(row)));
        }
        return findings;
    }

    /** What went with its movement is cleared, though it was not written anew. */
    private Finding read(ResultSet row) throws SQLException {
        Finding finding = json.read(row.getBytes(2), Finding.class);
        OffsetDateTime clearedAt = row.getObject(3, OffsetDateTime.class);
        return clearedAt == null || finding.clearedAt() != null
                ? finding
                : FindingDiff.cleared(finding, clearedAt.toInstant());
    }

    /** What was open on a movement that went into another is closed; what still stands was raised there anew. */
    void close(Collection<UUID> gone, Instant at) throws SQLException {
        if (gone.isEmpty()) {
            return;
        }
        try (Statement close = new Statement(
                        connection,
                        "update finding set cleared_at = greatest(raised_at, ?)"
                                + " where movement_id = any(?::uuid[]) and cleared_at is null")
                .with(timestamp(at))
                .withAll("uuid", gone)) {
            close.update();
        }
    }

    private record FindingRow(UUID movement, Finding finding) {}

    void save(List<Judgement> judged) throws SQLException {
        List<FindingRow> rows = judged.stream()
                .flatMap(row -> row.changed().stream()
                        .map(finding -> new FindingRow(row.movement().id(), finding)))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        try (Statement upsert = new Statement(connection, """
                        insert into finding(id, movement_id, rule, version, episode, subject, severity, raised_at, cleared_at,
                            only_for, body)
                        select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::int[], ?::int[], ?::text[], ?::text[],
                            ?::timestamptz[], ?::timestamptz[], ?::text[], ?::bytea[])
                        on conflict (id) do update set version = excluded.version, severity = excluded.severity,
                            cleared_at = excluded.cleared_at, only_for = excluded.only_for, body = excluded.body
                        """)
                .column("uuid", rows, row -> row.finding().id())
                .column("uuid", rows, FindingRow::movement)
                .column("text", rows, row -> row.finding().rule().value())
                .column("int", rows, row -> row.finding().version())
                .column("int", rows, row -> row.finding().episode())
                .column("text", rows, row -> row.finding().subject())
                .column("text", rows, row -> row.finding().severity().label())
                .column("timestamptz", rows, row -> timestamp(row.finding().raisedAt()))
                .column("timestamptz", rows, row -> Optional.ofNullable(
                                row.finding().clearedAt())
                        .map(PostgresTrackingRecords::timestamp)
                        .orElse(null))
                .column(
                        "text",
                        rows,
                        row -> row.finding().onlyFor().isEmpty()
                                ? null
                                : row.finding().onlyFor().stream()
                                        .map(CountryCode::value)
                                        .collect(Collectors.joining(" ")))
                .column("bytea", rows, row -> json.write(row.finding()))) {
            upsert.update();
        }
    }
}
