package org.skypatch.tracking.store;

import static org.skypatch.tracking.store.PostgresTrackingRecords.timestamp;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.tracking.balance.Draw;
import org.skypatch.tracking.process.CanonicalState;
import org.skypatch.tracking.process.RuleTrial.Position;
import org.skypatch.tracking.process.TrackingRecords.StoredMovement;
import org.skypatch.tracking.process.WholeState;

/** Everything, page by page; nothing is read whole. */
final class WholeStateTables implements WholeState {

    private static final int DELETED_AT_ONCE = 10_000;

    private final Connection connection;
    private final Json json;

    WholeStateTables(Connection connection, Json json) {
        this.connection = connection;
        this.json = json;
    }

    /** Work on the database. */
    @FunctionalInterface
    private interface Work<T> {
        T done() throws SQLException;
    }

    private static <T> T sql(Work<T> work) {
        try {
            return work.done();
        } catch (SQLException e) {
            throw new PostgresTransactions.Failed(e);
        }
    }

    @Override
    public List<RecordedEvent> eventsAfter(@Nullable RecordedEvent last, int most) {
        return sql(() -> {
            try (Statement select = new Statement(
                            connection,
                            "select payload from customs_event where recorded_at >= ? and (recorded_at, id) > (?, ?)"
                                    + " order by recorded_at, id limit ?")
                    .with(timestamp(last == null ? Instant.EPOCH : last.recordedAt()))
                    .with(timestamp(last == null ? Instant.EPOCH : last.recordedAt()))
                    .with(last == null ? new UUID(0, 0) : last.id())
                    .with(most)) {
                return select.list(row -> json.read(row.getBytes(1), RecordedEvent.class));
            }
        });
    }

    @Override
    public List<UUID> movementsAfter(@Nullable UUID last, int most) {
        return sql(() -> {
            try (Statement select = new Statement(
                            connection, "select id from movement where ? or id > ? order by id limit ?")
                    .with(last == null)
                    .with(last == null ? new UUID(0, 0) : last)
                    .with(most)) {
                return select.list(row -> row.getObject(1, UUID.class));
            }
        });
    }

    @Override
    public List<Position> startedWithin(
            @Nullable String audience, LocalDate from, LocalDate until, @Nullable Position after, int most) {
        String table = audience == null ? "movement" : "movement_audience";
        String id = audience == null ? "id" : "movement_id";
        Instant begin = from.atStartOfDay(ZoneOffset.UTC).toInstant();
        return sql(() -> {
            try (Statement select = new Statement(
                    connection,
                    "select started_at, " + id + " from " + table + " where started_at >= ? and started_at < ?"
                            + " and (started_at, " + id + ") > (?, ?)" + (audience == null ? "" : " and audience = ?")
                            + " order by started_at, " + id + " limit ?")) {
                select.with(timestamp(after == null ? begin : after.startedAt()))
                        .with(timestamp(
                                until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()))
                        .with(timestamp(after == null ? begin.minusSeconds(1) : after.startedAt()))
                        .with(after == null ? new UUID(0, 0) : after.movement());
                if (audience != null) {
                    select.with(audience);
                }
                return select.with(most)
                        .list(row -> new Position(
                                row.getObject(1, OffsetDateTime.class).toInstant(), row.getObject(2, UUID.class)));
            }
        });
    }

    @Override
    public List<CanonicalState.OfMovement> statesOf(Collection<UUID> movements) {
        return sql(() -> {
            Map<UUID, Set<UUID>> events = new HashMap<>();
            try (Statement select = new Statement(
                            connection,
                            "select movement_id, event_id from movement_event where movement_id = any(?::uuid[])")
                    .withAll("uuid", movements)) {
                select.list(row -> events.computeIfAbsent(row.getObject(1, UUID.class), none -> new HashSet<>())
                        .add(row.getObject(2, UUID.class)));
            }
            Map<UUID, Set<String>> audiences = new HashMap<>();
            try (Statement select = new Statement(
                            connection,
                            "select movement_id, audience from movement_audience where movement_id = any(?::uuid[])")
                    .withAll("uuid", movements)) {
                select.list(row -> audiences
                        .computeIfAbsent(row.getObject(1, UUID.class), none -> new TreeSet<>())
                        .add(row.getString(2)));
            }
            Map<UUID, List<Finding>> findings = new FindingTable(connection, json).of(movements);
            Map<UUID, List<Draw>> draws = new LedgerTables(connection, json)
                    .drawsOf(movements).stream().collect(Collectors.groupingBy(Draw::movement));
            try (Statement select = new Statement(
                            connection, "select id, joined, status from movement where id = any(?::uuid[])")
                    .withAll("uuid", movements)) {
                return select.list(row -> {
                    UUID id = row.getObject(1, UUID.class);
                    return new CanonicalState.OfMovement(
                            events.getOrDefault(id, Set.of()),
                            row.getString(2),
                            audiences.getOrDefault(id, Set.of()),
                            row.getString(3),
                            findings.getOrDefault(id, List.of()).stream()
                                    .filter(finding -> finding.clearedAt() == null)
                                    .toList(),
                            draws.getOrDefault(id, List.of()));
                });
            }
        });
    }

    @Override
    public void forgetMovements() {
        sql(() -> {
            int deleted;
            do {
                try (Statement delete = new Statement(
                                connection, "delete from movement where id in (select id from movement limit ?)")
                        .with(DELETED_AT_ONCE)) {
                    deleted = delete.update();
                }
            } while (deleted == DELETED_AT_ONCE);
            return null;
        });
    }

    @Override
    public void forget(Collection<UUID> movements) {
        sql(() -> {
            try (Statement delete = new Statement(connection, "delete from movement where id = any(?::uuid[])")
                    .withAll("uuid", movements)) {
                return delete.update();
            }
        });
    }

    @Override
    public Map<UUID, StoredMovement> remains() {
        return sql(() -> {
            Set<UUID> ids = new TreeSet<>();
            try (Statement select = new Statement(connection, """
                            select movement_id from finding f where cleared_at is null
                                and not exists (select from movement m where m.id = f.movement_id)
                            union
                            select movement_id from draw d where not exists (select from movement m where m.id = d.movement_id)
                            """)) {
                ids.addAll(select.list(row -> row.getObject(1, UUID.class)));
            }
            Map<UUID, List<Finding>> findings = new FindingTable(connection, json).of(ids);
            Map<UUID, StoredMovement> remains = new TreeMap<>();
            ids.forEach(id -> remains.put(
                    id, new StoredMovement(id, Set.of(id), findings.getOrDefault(id, List.of()), null, Instant.EPOCH)));
            return remains;
        });
    }

    @Override
    public long told() {
        return sql(() -> {
            try (Statement select =
                    new Statement(connection, "select count(*) from outbox where xmin = pg_current_xact_id()::xid")) {
                return select.list(row -> row.getLong(1)).getFirst();
            }
        });
    }

    @Override
    public void untell() {
        sql(() -> {
            try (Statement delete =
                    new Statement(connection, "delete from outbox where xmin = pg_current_xact_id()::xid")) {
                return delete.update();
            }
        });
    }
}
