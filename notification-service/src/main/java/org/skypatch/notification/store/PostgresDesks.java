package org.skypatch.notification.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.finding.RuleCode;
import org.skypatch.contracts.registry.TaskChanged;
import org.skypatch.notification.alert.Alert;
import org.skypatch.notification.alert.AlertLedger;
import org.skypatch.notification.alert.AudienceKey;
import org.skypatch.notification.alert.NewsType;
import org.skypatch.notification.alert.Task;
import org.skypatch.notification.alert.TaskStep;
import org.skypatch.notification.alert.Telling;
import org.skypatch.notification.alert.TryAgainLater;
import org.skypatch.notification.desk.Desks;
import org.skypatch.notification.desk.Outcome;
import org.skypatch.notification.desk.PassedOn;
import org.skypatch.notification.desk.Patience;
import org.skypatch.notification.desk.Precision;
import org.skypatch.notification.desk.Work;
import org.skypatch.notification.desk.WorkEntry;
import org.skypatch.notification.desk.WorkState;

/** The work of desks in the tables {@code alert_work} and {@code alert_work_entry}. */
public final class PostgresDesks implements Desks {

    private static final String PRECISION = """
            select a.rule, w.outcome, count(*) from alert_work w join alert a on a.id = w.alert
            where w.outcome is not null and w.changed_at >= ? and w.changed_at < ?
              and (cast(? as text) is null or w.desk = cast(? as text))
            group by a.rule, w.outcome
            """;

    /** Deputies of another country are left out: they may not know of the alert. */
    private static final String NEIGHBOURS = """
            select a.region, array(select d.id from administration d where d.id = any(a.deputies) and d.country = a.country)
            from administration a where a.country = ?
            """;

    private final DataSource database;
    private final PostgresAlertLedgers ledgers;
    private final Patience patience;

    public PostgresDesks(DataSource database, PostgresAlertLedgers ledgers, Patience patience) {
        this.database = database;
        this.ledgers = ledgers;
        this.patience = patience;
    }

    private interface Reading<T> {
        T read(Connection connection) throws SQLException;
    }

    private <T> T reading(Reading<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.read(connection);
        } catch (SQLException e) {
            throw new TryAgainLater(e);
        }
    }

    @Override
    public Map<UUID, Work> of(AudienceKey desk, Collection<UUID> alerts) {
        Map<UUID, Work> works = new HashMap<>();
        alerts.forEach(alert -> works.put(alert, Work.untouched(alert, desk, null)));
        if (!alerts.isEmpty()) {
            reading(connection -> new DeskTable(connection).of(desk, alerts))
                    .forEach(work -> works.put(work.alert(), work));
        }
        return works;
    }

    @Override
    public List<WorkEntry> history(AudienceKey desk, UUID alert) {
        return reading(connection -> new DeskTable(connection).history(desk, alert));
    }

    @Override
    public Work change(AudienceKey desk, UUID alert, Instant now, Function<Work, Changed> how) {
        return ledgers.transacted(connection -> {
            DeskTable table = new DeskTable(connection);
            Work before = table.locked(desk, alert, now);
            Changed changed = how.apply(before);
            WorkEntry entry = changed.entry();
            if (entry == null) {
                return before;
            }
            Work after = changed.work();
            table.save(List.of(after), now);
            table.append(after, entry);
            boolean isActedOn =
                    before.escalation() > 0 && before.state() == WorkState.OPEN && after.state() != WorkState.OPEN;
            if (isActedOn) {
                AlertLedger ledger = ledgers.on(connection);
                say(ledger, PassedOn.over(after, ledger.alerts(List.of(alert)).get(alert), now));
            }
            return after;
        });
    }

    private static void say(AlertLedger ledger, TaskChanged message) {
        ledger.saveTasks(List.of(new Task(message)), List.of(TaskStep.of(message)));
    }

    @Override
    public int passOn(Instant now, int most) {
        return ledgers.transacted(connection -> {
            DeskTable table = new DeskTable(connection);
            List<Work> waiting = table.claimWaiting(now, most);
            if (waiting.isEmpty()) {
                return 0;
            }
            AlertLedger ledger = ledgers.on(connection);
            Map<UUID, Alert> alerts =
                    ledger.alerts(waiting.stream().map(Work::alert).toList());
            List<Telling> tellings = new ArrayList<>();
            for (Work work : waiting) {
                Alert alert = alerts.get(work.alert());
                PassedOn passed = PassedOn.of(work, alert, neighbours(connection, work.desk(), alert), patience, now);
                table.save(List.of(passed.work()), now);
                table.append(passed.work(), passed.entry());
                say(ledger, passed.task());
                tellings.add(new Telling(NewsType.ALERT_UNACKNOWLEDGED, now, alert, passed.listeners()));
            }
            ledger.tell(tellings);
            return waiting.size();
        });
    }

    private static PassedOn.Neighbours neighbours(Connection connection, AudienceKey desk, Alert alert)
            throws SQLException {
        Set<AdministrationId> deputies = new TreeSet<>(Comparator.comparing(AdministrationId::value));
        Set<String> regions = new TreeSet<>();
        try (PreparedStatement select = connection.prepareStatement(NEIGHBOURS)) {
            select.setString(1, desk.value().substring("country:".length()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (row.getString(1) != null) {
                        regions.add(row.getString(1));
                    }
                    Arrays.stream((String[]) row.getArray(2).getArray())
                            .map(AdministrationId::of)
                            .forEach(deputies::add);
                }
            }
        }
        Set<String> told = new TreeSet<>(alert.audience().regions());
        if (!regions.isEmpty()) {
            told.retainAll(regions);
        }
        return new PassedOn.Neighbours(List.copyOf(deputies), List.copyOf(told));
    }

    @Override
    public List<Precision> precision(@Nullable AudienceKey desk, Instant from, Instant until) {
        return reading(connection -> {
            Map<String, Map<Outcome, Long>> byRule = new TreeMap<>();
            try (PreparedStatement select = connection.prepareStatement(PRECISION)) {
                select.setObject(1, Columns.microseconds(from));
                select.setObject(2, Columns.microseconds(until));
                select.setString(3, desk == null ? null : desk.value());
                select.setString(4, desk == null ? null : desk.value());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        byRule.computeIfAbsent(row.getString(1), none -> new EnumMap<>(Outcome.class))
                                .put(Outcome.of(row.getString(2)), row.getLong(3));
                    }
                }
            }
            return byRule.entrySet().stream()
                    .map(rule -> new Precision(RuleCode.of(rule.getKey()), rule.getValue()))
                    .toList();
        });
    }
}
