package org.skypatch.notification.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.finding.MovementSummary;
import org.skypatch.contracts.finding.RuleCode;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.notification.alert.Administration;
import org.skypatch.notification.alert.Alert;
import org.skypatch.notification.alert.AlertIdentity;
import org.skypatch.notification.alert.AlertLedger;
import org.skypatch.notification.alert.AlertStep;
import org.skypatch.notification.alert.AudienceKey;
import org.skypatch.notification.alert.DepartureNotice;
import org.skypatch.notification.alert.Heard;
import org.skypatch.notification.alert.Task;
import org.skypatch.notification.alert.TaskStep;
import org.skypatch.notification.alert.Telling;
import org.skypatch.notification.desk.Patience;

/** Remembers alerts through one connection: one statement for each table, however many rows. */
final class PostgresAlertLedger implements AlertLedger {

    /** In the order of the ids, so that two instances with the same messages wait for each other, not in a ring. */
    private static final String MARK_APPLIED = """
            insert into applied_message(id) select id from unnest(?::uuid[]) as message(id) order by id
            on conflict do nothing returning id
            """;

    private static final String KNOWN = "select id, body from alert where id = any(?::uuid[]) order by id for update";

    private static final String HOLDERS = """
            select movement, rule, subject, episode, id from alert
            join unnest(?::uuid[], ?::text[], ?::text[], ?::int[]) as asked(movement, rule, subject, episode)
                using (movement, rule, subject, episode)
            """;

    private static final String SAVE = """
            insert into alert(id, movement, rule, subject, episode, state, severity, countries, commodities, raised_at,
                changed_at, cleared_at, body)
            select id, movement, rule, subject, episode, state, severity, countries::text[], commodities::text[], raised_at,
                changed_at, cleared_at, body
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::jsonb[])
                as alert(id, movement, rule, subject, episode, state, severity, countries, commodities, raised_at,
                    changed_at, cleared_at, body)
            on conflict (id) do update set
                movement = excluded.movement, rule = excluded.rule, subject = excluded.subject,
                episode = excluded.episode, state = excluded.state, severity = excluded.severity,
                countries = excluded.countries, commodities = excluded.commodities, changed_at = excluded.changed_at,
                cleared_at = excluded.cleared_at, body = excluded.body
            """;

    private static final String SHOW_TO = """
            insert into alert_audience(audience, raised_at, alert)
            select shown.audience, alert.raised_at, alert.id
            from unnest(?::text[], ?::uuid[]) as shown(audience, alert) join alert on alert.id = shown.alert
            on conflict do nothing
            """;

    private static final String HIDE_FROM_OTHERS = """
            delete from alert_audience where alert = any(?::uuid[]) and not exists (
                select from unnest(?::text[], ?::uuid[]) as shown(audience, alert)
                where shown.audience = alert_audience.audience and shown.alert = alert_audience.alert)
            """;

    private static final String STEPS = """
            insert into alert_step(alert, event, step, severity, at)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[])
            """;

    private static final String DEPARTURES = """
            insert into departure_notice(id, movement, countries, commodities, at, body)
            select id, movement, countries::text[], commodities::text[], at, body
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::jsonb[])
                as notice(id, movement, countries, commodities, at, body)
            """;

    private static final String SHOW_DEPARTURES_TO = """
            insert into departure_notice_audience(audience, at, notice)
            select * from unnest(?::text[], ?::timestamptz[], ?::uuid[])
            """;

    private static final String KNOWN_TASKS = "select body from task where id = any(?::uuid[]) order by id for update";

    private static final String SAVE_TASKS = """
            insert into task(id, kind, state, subject, due_at, changed_at, body)
            select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::jsonb[])
            on conflict (id) do update set
                kind = excluded.kind, state = excluded.state, subject = excluded.subject, due_at = excluded.due_at,
                changed_at = excluded.changed_at, body = excluded.body
            """;

    private static final String SHOW_TASKS_TO = """
            insert into task_audience(audience, task) select * from unnest(?::text[], ?::uuid[]) on conflict do nothing
            """;

    private static final String TASK_STEPS = """
            insert into task_step(task, event, state, at)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[])
            """;

    private static final String ADMINISTRATIONS = """
            insert into administration(id, revision, country, region, deputies)
            select id, revision, country, region, deputies::text[]
            from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                as told(id, revision, country, region, deputies)
            on conflict (id) do update set
                revision = excluded.revision, country = excluded.country, region = excluded.region,
                deputies = excluded.deputies
                where administration.revision < excluded.revision
            """;

    private static final String PARK = """
            insert into parked_record(topic, partition, record_offset, record_key, payload, reason)
            select * from unnest(?::text[], ?::int[], ?::bigint[], ?::text[], ?::bytea[], ?::text[])
            on conflict do nothing
            """;

    private final Connection connection;
    private final ObjectMapper json;
    private final Patience patience;

    PostgresAlertLedger(Connection connection, ObjectMapper json, Patience patience) {
        this.connection = connection;
        this.json = json;
        this.patience = patience;
    }

    private interface Filling {
        void fill(PreparedStatement statement) throws SQLException;
    }

    private interface Reading {
        void row(ResultSet row) throws SQLException;
    }

    private void run(String sql, Filling filling) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            filling.fill(statement);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StatementFailed(e);
        }
    }

    private void query(String sql, Filling filling, Reading reading) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            filling.fill(statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reading.row(rows);
                }
            }
        } catch (SQLException e) {
            throw new StatementFailed(e);
        }
    }

    @Override
    public Set<UUID> markApplied(Collection<UUID> messages) {
        Set<UUID> fresh = new HashSet<>();
        if (!messages.isEmpty()) {
            query(
                    MARK_APPLIED,
                    statement -> Columns.set(statement, 1, "uuid", messages, id -> id),
                    row -> fresh.add(row.getObject(1, UUID.class)));
        }
        return fresh;
    }

    @Override
    public Map<UUID, Alert> alerts(Collection<UUID> ids) {
        Map<UUID, Alert> known = new HashMap<>();
        if (!ids.isEmpty()) {
            query(
                    KNOWN,
                    statement -> Columns.set(statement, 1, "uuid", ids, id -> id),
                    row -> known.put(row.getObject(1, UUID.class), (Alert) NoticeRow.read(json, row.getString(2))));
        }
        return known;
    }

    @Override
    public Map<AlertIdentity, UUID> holders(Collection<AlertIdentity> identities) {
        Map<AlertIdentity, UUID> holders = new HashMap<>();
        if (!identities.isEmpty()) {
            query(
                    HOLDERS,
                    statement -> {
                        Columns.set(statement, 1, "uuid", identities, AlertIdentity::movement);
                        Columns.set(statement, 2, "text", identities, each -> each.rule()
                                .value());
                        Columns.set(statement, 3, "text", identities, AlertIdentity::subject);
                        Columns.set(statement, 4, "int4", identities, AlertIdentity::episode);
                    },
                    row -> holders.put(
                            new AlertIdentity(
                                    row.getObject(1, UUID.class),
                                    RuleCode.of(row.getString(2)),
                                    row.getString(3),
                                    row.getInt(4)),
                            row.getObject(5, UUID.class)));
        }
        return holders;
    }

    private record Shown(AudienceKey audience, UUID notice) {}

    @Override
    public void save(Collection<Alert> alerts, Collection<AlertStep> steps) {
        if (alerts.isEmpty()) {
            return;
        }
        run(SAVE, statement -> {
            Columns.set(statement, 1, "uuid", alerts, Alert::id);
            Columns.set(statement, 2, "uuid", alerts, alert -> alert.movement().id());
            Columns.set(statement, 3, "text", alerts, alert -> alert.finding()
                    .rule()
                    .value());
            Columns.set(statement, 4, "text", alerts, alert -> alert.finding().subject());
            Columns.set(statement, 5, "int4", alerts, alert -> alert.finding().episode());
            Columns.set(statement, 6, "text", alerts, alert -> alert.state().label());
            Columns.set(statement, 7, "text", alerts, alert -> alert.finding()
                    .severity()
                    .label());
            Columns.set(statement, 8, "text", alerts, alert -> countries(alert.movement()));
            Columns.set(statement, 9, "text", alerts, alert -> commodities(alert.movement()));
            Columns.set(statement, 10, "timestamptz", alerts, alert -> alert.finding()
                    .raisedAt());
            Columns.set(statement, 11, "timestamptz", alerts, Alert::changedAt);
            Columns.set(statement, 12, "timestamptz", alerts, Alert::clearedAt);
            Columns.set(statement, 13, "text", alerts, alert -> NoticeRow.write(json, alert));
        });
        List<Shown> shown = alerts.stream()
                .flatMap(alert -> alert.audiences().stream().map(audience -> new Shown(audience, alert.id())))
                .toList();
        run(HIDE_FROM_OTHERS, statement -> {
            Columns.set(statement, 1, "uuid", alerts, Alert::id);
            Columns.set(statement, 2, "text", shown, each -> each.audience().value());
            Columns.set(statement, 3, "uuid", shown, Shown::notice);
        });
        run(SHOW_TO, statement -> {
            Columns.set(statement, 1, "text", shown, each -> each.audience().value());
            Columns.set(statement, 2, "uuid", shown, Shown::notice);
        });
        run(STEPS, statement -> {
            Columns.set(statement, 1, "uuid", steps, AlertStep::alert);
            Columns.set(statement, 2, "uuid", steps, AlertStep::event);
            Columns.set(statement, 3, "text", steps, step -> step.kind().label());
            Columns.set(statement, 4, "text", steps, step -> step.severity().label());
            Columns.set(statement, 5, "timestamptz", steps, AlertStep::at);
        });
    }

    private record ShownDeparture(AudienceKey audience, DepartureNotice notice) {}

    @Override
    public void saveDepartures(Collection<DepartureNotice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        run(DEPARTURES, statement -> {
            Columns.set(statement, 1, "uuid", notices, DepartureNotice::id);
            Columns.set(
                    statement, 2, "uuid", notices, notice -> notice.movement().id());
            Columns.set(statement, 3, "text", notices, notice -> countries(notice.movement()));
            Columns.set(statement, 4, "text", notices, notice -> commodities(notice.movement()));
            Columns.set(statement, 5, "timestamptz", notices, DepartureNotice::at);
            Columns.set(statement, 6, "text", notices, notice -> NoticeRow.write(json, notice));
        });
        List<ShownDeparture> shown = notices.stream()
                .flatMap(notice -> notice.audiences().stream().map(audience -> new ShownDeparture(audience, notice)))
                .toList();
        run(SHOW_DEPARTURES_TO, statement -> {
            Columns.set(statement, 1, "text", shown, each -> each.audience().value());
            Columns.set(
                    statement, 2, "timestamptz", shown, each -> each.notice().at());
            Columns.set(statement, 3, "uuid", shown, each -> each.notice().id());
        });
    }

    @Override
    public Map<UUID, Task> tasks(Collection<UUID> ids) {
        Map<UUID, Task> known = new HashMap<>();
        if (!ids.isEmpty()) {
            query(KNOWN_TASKS, statement -> Columns.set(statement, 1, "uuid", ids, id -> id), row -> {
                Task task = TaskRow.read(json, row.getString(1));
                known.put(task.id(), task);
            });
        }
        return known;
    }

    private record ShownTask(AudienceKey audience, UUID task) {}

    @Override
    public void saveTasks(Collection<Task> tasks, Collection<TaskStep> steps) {
        if (tasks.isEmpty()) {
            return;
        }
        run(SAVE_TASKS, statement -> {
            Columns.set(statement, 1, "uuid", tasks, Task::id);
            Columns.set(statement, 2, "text", tasks, task -> task.latest().kind());
            Columns.set(
                    statement, 3, "text", tasks, task -> task.latest().state().label());
            Columns.set(statement, 4, "text", tasks, task -> task.latest().subject());
            Columns.set(
                    statement, 5, "timestamptz", tasks, task -> task.latest().dueAt());
            Columns.set(
                    statement, 6, "timestamptz", tasks, task -> task.latest().at());
            Columns.set(statement, 7, "text", tasks, task -> TaskRow.write(json, task));
        });
        List<ShownTask> shown = steps.stream()
                .flatMap(step -> step.toldTo().stream().map(audience -> new ShownTask(audience, step.task())))
                .toList();
        run(SHOW_TASKS_TO, statement -> {
            Columns.set(statement, 1, "text", shown, each -> each.audience().value());
            Columns.set(statement, 2, "uuid", shown, ShownTask::task);
        });
        run(TASK_STEPS, statement -> {
            Columns.set(statement, 1, "uuid", steps, TaskStep::task);
            Columns.set(statement, 2, "uuid", steps, TaskStep::event);
            Columns.set(statement, 3, "text", steps, step -> step.state().label());
            Columns.set(statement, 4, "timestamptz", steps, TaskStep::at);
        });
    }

    @Override
    public void saveAdministrations(Collection<Administration> administrations) {
        if (administrations.isEmpty()) {
            return;
        }
        Map<String, Administration> newest = new TreeMap<>();
        administrations.forEach(
                each -> newest.merge(each.id(), each, (one, other) -> other.revision() > one.revision() ? other : one));
        run(ADMINISTRATIONS, statement -> {
            Columns.set(statement, 1, "text", newest.values(), Administration::id);
            Columns.set(statement, 2, "int8", newest.values(), Administration::revision);
            Columns.set(statement, 3, "text", newest.values(), Administration::country);
            Columns.set(statement, 4, "text", newest.values(), Administration::region);
            Columns.set(statement, 5, "text", newest.values(), each -> Columns.textArray(each.deputies()));
        });
    }

    @Override
    public void tell(List<Telling> tellings) {
        try {
            new DeskTable(connection).told(tellings, patience);
            new StreamWriting(connection, json).write(tellings);
        } catch (SQLException e) {
            throw new StatementFailed(e);
        }
    }

    @Override
    public void park(Collection<Heard.Unreadable> records) {
        if (records.isEmpty()) {
            return;
        }
        run(PARK, statement -> {
            Columns.set(statement, 1, "text", records, each -> each.origin().topic());
            Columns.set(statement, 2, "int4", records, each -> each.origin().partition());
            Columns.set(statement, 3, "int8", records, each -> each.origin().offset());
            Columns.set(
                    statement,
                    4,
                    "text",
                    records,
                    each -> storable(each.origin().key()));
            Columns.setBytes(statement, 5, records, each -> each.origin().payload());
            Columns.set(statement, 6, "text", records, each -> storable(each.reason()));
        });
    }

    private static String countries(MovementSummary movement) {
        Set<CountryCode> countries = new TreeSet<>(movement.transit());
        countries.add(movement.dispatch());
        countries.add(movement.destination());
        if (movement.origin() != null) {
            countries.add(movement.origin());
        }
        return Columns.textArray(countries);
    }

    private static String commodities(MovementSummary movement) {
        return Columns.textArray(movement.commodities());
    }

    /** PostgreSQL keeps every character in a text but the one with the code zero. */
    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }
}
