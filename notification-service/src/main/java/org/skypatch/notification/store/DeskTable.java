package org.skypatch.notification.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.notification.alert.Alert;
import org.skypatch.notification.alert.AudienceKey;
import org.skypatch.notification.alert.NewsType;
import org.skypatch.notification.alert.Telling;
import org.skypatch.notification.desk.Outcome;
import org.skypatch.notification.desk.Patience;
import org.skypatch.notification.desk.Work;
import org.skypatch.notification.desk.WorkEntry;
import org.skypatch.notification.desk.WorkState;

/** The work of desks on alerts, through one connection. */
final class DeskTable {

    private static final String ROWS = """
            select alert, desk, state, assignee, snoozed_until, outcome, escalation, escalate_at, revision from alert_work
            """;
    private static final String SAVE = """
            insert into alert_work(alert, desk, state, assignee, snoozed_until, outcome, escalation, escalate_at, revision,
                changed_at)
            select w.*, ? from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::int[],
                ?::timestamptz[], ?::bigint[])
                as w(alert, desk, state, assignee, snoozed_until, outcome, escalation, escalate_at, revision)
            order by alert, desk
            on conflict (alert, desk) do update set
                state = excluded.state, assignee = excluded.assignee, snoozed_until = excluded.snoozed_until,
                outcome = excluded.outcome, escalation = excluded.escalation, escalate_at = excluded.escalate_at,
                revision = excluded.revision, changed_at = excluded.changed_at
                where alert_work.revision < excluded.revision
            """;
    private static final String ENTRIES = """
            insert into alert_work_entry(alert, desk, revision, at, what, by, person, detail, words)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Connection connection;

    DeskTable(Connection connection) {
        this.connection = connection;
    }

    /** Who is to be waited for, who is to look again, and who need not look any more, after these were told. */
    void told(List<Telling> tellings, Patience patience) throws SQLException {
        TreeMap<String, Work> fresh = new TreeMap<>();
        for (Telling telling : tellings) {
            if (!(telling.notice() instanceof Alert alert)) {
                continue;
            }
            Optional<Duration> wait = patience.of(alert.finding().severity());
            Instant passOnAt = wait.map(telling.at()::plus).orElse(null);
            if (telling.type() == NewsType.ALERT_RAISED && passOnAt != null) {
                telling.audiences().stream()
                        .filter(DeskTable::isCountry)
                        .forEach(
                                desk -> fresh.put(alert.id() + " " + desk, Work.untouched(alert.id(), desk, passOnAt)));
            }
            if (telling.type() == NewsType.ALERT_ESCALATED) {
                save(List.copyOf(fresh.values()), telling.at());
                fresh.clear();
                worse(alert, telling, passOnAt);
            }
            if (telling.type() == NewsType.ALERT_CLEARED) {
                save(List.copyOf(fresh.values()), telling.at());
                fresh.clear();
                waitNoMore(alert.id(), telling.audiences());
            }
        }
        save(
                List.copyOf(fresh.values()),
                tellings.isEmpty() ? Instant.EPOCH : tellings.getLast().at());
    }

    private static boolean isCountry(AudienceKey audience) {
        return audience.value().startsWith("country:");
    }

    private void worse(Alert alert, Telling telling, @Nullable Instant passOnAt) throws SQLException {
        List<Work> known = locked(alert.id());
        if (passOnAt != null) {
            save(
                    telling.audiences().stream()
                            .filter(DeskTable::isCountry)
                            .filter(desk ->
                                    known.stream().noneMatch(work -> work.desk().equals(desk)))
                            .map(desk -> Work.untouched(alert.id(), desk, passOnAt))
                            .toList(),
                    telling.at());
        }
        for (Work before : known) {
            if (telling.audiences().contains(before.desk())) {
                Work after = before.whenWorse(isCountry(before.desk()) ? passOnAt : null);
                if (after.revision() > before.revision()) {
                    save(List.of(after), telling.at());
                    append(
                            after,
                            new WorkEntry(
                                    after.revision(),
                                    telling.at(),
                                    before.state() == after.state() ? "worse" : "reopened",
                                    null,
                                    null,
                                    alert.finding().severity().label(),
                                    null));
                }
            }
        }
    }

    private void waitNoMore(UUID alert, Collection<AudienceKey> desks) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update alert_work set escalate_at = null where alert = ? and desk = any(?::text[])")) {
            update.setObject(1, alert);
            Columns.set(update, 2, "text", desks, AudienceKey::value);
            update.executeUpdate();
        }
    }

    private List<Work> locked(UUID alert) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(ROWS + " where alert = ? order by desk for update")) {
            select.setObject(1, alert);
            return read(select);
        }
    }

    /** The work of a desk on an alert, with nobody else at it until the transaction ends. */
    Work locked(AudienceKey desk, UUID alert, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into alert_work(alert, desk, state, changed_at) values (?, ?, 'open', ?)"
                        + " on conflict do nothing")) {
            insert.setObject(1, alert);
            insert.setString(2, desk.value());
            insert.setObject(3, Columns.microseconds(now));
            insert.executeUpdate();
        }
        try (PreparedStatement select =
                connection.prepareStatement(ROWS + " where alert = ? and desk = ? for update")) {
            select.setObject(1, alert);
            select.setString(2, desk.value());
            return read(select).getFirst();
        }
    }

    /** Work that has waited too long on alerts that stand; each taken by one transaction only. */
    List<Work> claimWaiting(Instant now, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ROWS
                + " where escalate_at <= ? and (snoozed_until is null or snoozed_until <= ?)"
                + " order by escalate_at limit ? for update skip locked")) {
            select.setObject(1, Columns.microseconds(now));
            select.setObject(2, Columns.microseconds(now));
            select.setInt(3, most);
            return read(select);
        }
    }

    List<Work> of(AudienceKey desk, Collection<UUID> alerts) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(ROWS + " where desk = ? and alert = any(?::uuid[])")) {
            select.setString(1, desk.value());
            Columns.set(select, 2, "uuid", alerts, id -> id);
            return read(select);
        }
    }

    private static List<Work> read(PreparedStatement select) throws SQLException {
        List<Work> works = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                works.add(new Work(
                        row.getObject(1, UUID.class),
                        new AudienceKey(row.getString(2)),
                        WorkState.of(row.getString(3)),
                        row.getString(4),
                        instant(row, 5),
                        Optional.ofNullable(row.getString(6)).map(Outcome::of).orElse(null),
                        row.getInt(7),
                        instant(row, 8),
                        row.getLong(9)));
            }
        }
        return works;
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    void save(List<Work> works, Instant at) throws SQLException {
        if (works.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement(SAVE)) {
            upsert.setObject(1, Columns.microseconds(at));
            Columns.set(upsert, 2, "uuid", works, Work::alert);
            Columns.set(upsert, 3, "text", works, work -> work.desk().value());
            Columns.set(upsert, 4, "text", works, work -> work.state().label());
            Columns.set(upsert, 5, "text", works, Work::assignee);
            Columns.set(upsert, 6, "timestamptz", works, Work::snoozedUntil);
            Columns.set(
                    upsert,
                    7,
                    "text",
                    works,
                    work -> work.outcome() == null ? null : work.outcome().label());
            Columns.set(upsert, 8, "int4", works, Work::escalation);
            Columns.set(upsert, 9, "timestamptz", works, Work::escalateAt);
            Columns.set(upsert, 10, "int8", works, Work::revision);
            upsert.executeUpdate();
        }
    }

    void append(Work work, WorkEntry entry) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ENTRIES)) {
            insert.setObject(1, work.alert());
            insert.setString(2, work.desk().value());
            insert.setLong(3, entry.revision());
            insert.setObject(4, Columns.microseconds(entry.at()));
            insert.setString(5, entry.what());
            insert.setString(6, entry.by() == null ? null : entry.by().value());
            insert.setString(7, entry.person());
            insert.setString(8, entry.detail());
            insert.setString(9, entry.words());
            insert.executeUpdate();
        }
    }

    List<WorkEntry> history(AudienceKey desk, UUID alert) throws SQLException {
        List<WorkEntry> entries = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("select revision, at, what, by, person, detail, words from alert_work_entry"
                        + " where alert = ? and desk = ? order by revision")) {
            select.setObject(1, alert);
            select.setString(2, desk.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(new WorkEntry(
                            row.getLong(1),
                            row.getObject(2, OffsetDateTime.class).toInstant(),
                            row.getString(3),
                            Optional.ofNullable(row.getString(4))
                                    .map(AdministrationId::of)
                                    .orElse(null),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7)));
                }
            }
        }
        return entries;
    }
}
