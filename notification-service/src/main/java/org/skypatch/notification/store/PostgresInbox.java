package org.skypatch.notification.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.registry.TaskState;
import org.skypatch.notification.alert.Alert;
import org.skypatch.notification.alert.AlertStep;
import org.skypatch.notification.alert.AudienceKey;
import org.skypatch.notification.alert.DepartureNotice;
import org.skypatch.notification.alert.Inbox;
import org.skypatch.notification.alert.NoticeFilter;
import org.skypatch.notification.alert.Task;
import org.skypatch.notification.alert.TaskFilter;
import org.skypatch.notification.alert.TaskStep;
import org.skypatch.notification.alert.TryAgainLater;

/** Reads alerts and departure notices from PostgreSQL, the reader's audience first. */
public final class PostgresInbox implements Inbox {

    private final DataSource database;
    private final ObjectMapper json;

    public PostgresInbox(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A statement and its parameters, as they come together. */
    private static final class Query {
        private final StringBuilder sql;
        private final List<Object> parameters = new ArrayList<>();

        Query(String sql, Object... first) {
            this.sql = new StringBuilder(sql);
            parameters.addAll(Arrays.asList(first));
        }

        Query and(String condition, Object... values) {
            sql.append(" and ").append(condition);
            parameters.addAll(Arrays.asList(values));
            return this;
        }

        Query end(String text, Object... values) {
            sql.append(' ').append(text);
            parameters.addAll(Arrays.asList(values));
            return this;
        }

        PreparedStatement prepare(Connection connection) throws SQLException {
            PreparedStatement statement = connection.prepareStatement(sql.toString());
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            return statement;
        }
    }

    private interface Reading<T> {
        T row(ResultSet row) throws SQLException;
    }

    private <T> List<T> all(Query query, Reading<T> reading) {
        List<T> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = query.prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(reading.row(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new TryAgainLater(e);
        }
    }

    @Override
    public List<Alert> alerts(AudienceKey audience, NoticeFilter filter, @Nullable Place after, int limit) {
        Query query = new Query(
                "select alert.body from alert_audience seen join alert on alert.id = seen.alert where seen.audience = ?",
                audience.value());
        if (filter.state() != null) {
            query.and("alert.state = ?", filter.state().label());
        }
        if (filter.rule() != null) {
            query.and("alert.rule = ?", filter.rule().value());
        }
        if (filter.severity() != null) {
            query.and("alert.severity = any(string_to_array(?, ','))", atLeast(filter.severity()));
        }
        ofMovement(query, "alert", filter);
        ofWork(query, filter);
        if (after != null) {
            query.and("(seen.raised_at, seen.alert) < (?, ?)", Columns.microseconds(after.at()), after.id());
        }
        query.end("order by seen.raised_at desc, seen.alert desc limit ?", limit);
        return all(query, row -> (Alert) NoticeRow.read(json, row.getString(1)));
    }

    @Override
    public List<DepartureNotice> departures(
            AudienceKey audience, NoticeFilter filter, @Nullable Place after, int limit) {
        Query query = new Query(
                "select departure.body from departure_notice_audience seen"
                        + " join departure_notice departure on departure.id = seen.notice where seen.audience = ?",
                audience.value());
        ofMovement(query, "departure", filter);
        if (after != null) {
            query.and("(seen.at, seen.notice) < (?, ?)", Columns.microseconds(after.at()), after.id());
        }
        query.end("order by seen.at desc, seen.notice desc limit ?", limit);
        return all(query, row -> (DepartureNotice) NoticeRow.read(json, row.getString(1)));
    }

    @Override
    public List<Task> tasks(Set<AudienceKey> audiences, TaskFilter filter, @Nullable Place after, int limit) {
        Query query = seenTasks(audiences);
        if (filter.state() != null) {
            query.and("task.state = ?", filter.state().label());
        }
        if (filter.kind() != null) {
            query.and("task.kind = ?", filter.kind());
        }
        if (filter.subject() != null) {
            query.and("task.subject = ?", filter.subject());
        }
        if (after != null) {
            query.and("(task.changed_at, task.id) < (?, ?)", Columns.microseconds(after.at()), after.id());
        }
        query.end("order by task.changed_at desc, task.id desc limit ?", limit);
        return all(query, row -> TaskRow.read(json, row.getString(1)));
    }

    @Override
    public Optional<Task> task(Set<AudienceKey> audiences, UUID id) {
        return all(seenTasks(audiences).and("task.id = ?", id), row -> TaskRow.read(json, row.getString(1))).stream()
                .findFirst();
    }

    private static Query seenTasks(Set<AudienceKey> audiences) {
        return new Query(
                "select task.body from task where exists (select from task_audience seen where seen.task = task.id"
                        + " and seen.audience = any(string_to_array(?, '|')))",
                audiences.stream().map(AudienceKey::value).collect(Collectors.joining("|")));
    }

    @Override
    public List<TaskStep> taskSteps(UUID task) {
        return all(
                new Query("select event, state, at from task_step where task = ?", task)
                        .end("order by at, array_position(array['opened', 'due', 'overdue', 'closed'], state), event"),
                row -> new TaskStep(
                        task,
                        row.getObject(1, UUID.class),
                        TaskState.of(row.getString(2)),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        Collections.emptySortedSet()));
    }

    private static void ofMovement(Query query, String table, NoticeFilter filter) {
        if (filter.movement() != null) {
            query.and(table + ".movement = ?", filter.movement());
        }
        if (filter.country() != null) {
            query.and("? = any(" + table + ".countries)", filter.country().value());
        }
        if (filter.commodity() != null) {
            query.and("? = any(" + table + ".commodities)", filter.commodity().value());
        }
    }

    /** What the reader's own desk has made of it; what it has not touched is open, without a row. */
    private static void ofWork(Query query, NoticeFilter filter) {
        if (filter.work() != null) {
            query.and(
                    "coalesce((select work.state from alert_work work where work.alert = alert.id"
                            + " and work.desk = seen.audience), 'open') = ?",
                    filter.work());
        }
        if (filter.assignee() != null) {
            query.and(
                    "exists (select from alert_work work where work.alert = alert.id and work.desk = seen.audience"
                            + " and work.assignee = ?)",
                    filter.assignee());
        }
        if (filter.awakeAt() != null) {
            query.and(
                    "not exists (select from alert_work work where work.alert = alert.id"
                            + " and work.desk = seen.audience and work.snoozed_until > ?)",
                    Columns.microseconds(filter.awakeAt()));
        }
    }

    private static String atLeast(Severity lowest) {
        return String.join(
                ",",
                Arrays.stream(Severity.values())
                        .filter(severity -> severity.compareTo(lowest) >= 0)
                        .map(Severity::label)
                        .toList());
    }

    @Override
    public Optional<Alert> alert(AudienceKey audience, UUID id) {
        Query query = new Query(
                "select alert.body from alert_audience seen join alert on alert.id = seen.alert"
                        + " where seen.alert = ? and seen.audience = ?",
                id,
                audience.value());
        return all(query, row -> (Alert) NoticeRow.read(json, row.getString(1))).stream()
                .findFirst();
    }

    @Override
    public List<AlertStep> steps(UUID alert) {
        return all(
                new Query("select event, step, severity, at from alert_step where alert = ?", alert),
                row -> new AlertStep(
                        alert,
                        row.getObject(1, UUID.class),
                        AlertStep.Kind.of(row.getString(2)),
                        Severity.of(row.getString(3)),
                        row.getObject(4, OffsetDateTime.class).toInstant()));
    }
}
