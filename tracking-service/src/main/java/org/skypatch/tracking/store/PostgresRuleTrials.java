package org.skypatch.tracking.store;

import static org.skypatch.tracking.store.PostgresTrackingRecords.timestamp;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.tracking.finding.Threshold;
import org.skypatch.tracking.process.RuleTrial;
import org.skypatch.tracking.process.RuleTrial.Position;
import org.skypatch.tracking.process.RuleTrial.State;
import org.skypatch.tracking.process.RuleTrials;
import org.skypatch.tracking.process.Transactions.DatabaseUnavailable;
import org.skypatch.tracking.process.TrialOutcome;

/** The table {@code rule_trial}. Leases run by the clock of the database. */
@ApplicationScoped
public class PostgresRuleTrials implements RuleTrials {

    private static final String COLUMNS = "id, asked_by, asked_at, audience, from_day, until_day, thresholds, state,"
            + " looked, after_at, after_id, outcome, failure, finished_at";
    private static final int SHOWN = 100;
    private static final int MOST_ATTEMPTS = 5;
    private static final String LEASE = "now() + interval '30 seconds'";

    private final DataSource database;
    private final Json json;

    PostgresRuleTrials(DataSource database, Json json) {
        this.database = database;
        this.json = json;
    }

    /** What numbers are tried, as a row keeps it. */
    private record Tried(Map<Threshold, BigDecimal> values) {
        private Tried {
            values = values == null ? Map.of() : values;
        }
    }

    /** Work on a connection. */
    @FunctionalInterface
    private interface Work<T> {
        T done(Connection connection) throws SQLException;
    }

    private <T> T sql(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.done(connection);
        } catch (SQLException e) {
            if (PostgresTransactions.isUnavailable(e)) {
                throw new DatabaseUnavailable(e);
            }
            throw new PostgresTransactions.Refused(e);
        }
    }

    @Override
    public boolean add(RuleTrial trial, int most) {
        return sql(connection -> {
            try (Statement insert = new Statement(
                            connection,
                            "insert into rule_trial(id, asked_by, asked_at, audience, from_day, until_day, thresholds,"
                                    + " state, outcome) select ?, ?, ?, ?, ?, ?, ?, 'waiting', ?"
                                    + " where (select count(*) from rule_trial where asked_by = ?"
                                    + " and finished_at is null) < ?")
                    .with(trial.id())
                    .with(trial.askedBy().value())
                    .with(timestamp(trial.askedAt()))
                    .with(trial.audience())
                    .with(trial.from())
                    .with(trial.until())
                    .with(json.write(new Tried(trial.values())))
                    .with(json.write(trial.outcome()))
                    .with(trial.askedBy().value())
                    .with(most)) {
                return insert.update() == 1;
            }
        });
    }

    @Override
    public Optional<RuleTrial> find(UUID id) {
        return sql(connection -> {
            try (Statement select =
                    new Statement(connection, "select " + COLUMNS + " from rule_trial where id = ?").with(id)) {
                return select.list(this::trial).stream().findFirst();
            }
        });
    }

    @Override
    public List<RuleTrial> of(AdministrationId askedBy) {
        return sql(connection -> {
            try (Statement select = new Statement(
                            connection,
                            "select " + COLUMNS + " from rule_trial where asked_by = ?"
                                    + " order by asked_at desc, id limit " + SHOWN)
                    .with(askedBy.value())) {
                return select.list(this::trial);
            }
        });
    }

    private RuleTrial trial(ResultSet row) throws SQLException {
        Position after = row.getObject(11) == null
                ? null
                : new Position(row.getObject(10, OffsetDateTime.class).toInstant(), row.getObject(11, UUID.class));
        return new RuleTrial(
                row.getObject(1, UUID.class),
                AdministrationId.of(row.getString(2)),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                json.read(row.getBytes(7), Tried.class).values(),
                State.valueOf(row.getString(8).toUpperCase(java.util.Locale.ROOT)),
                row.getLong(9),
                after,
                json.read(row.getBytes(12), TrialOutcome.class),
                row.getString(13),
                optional(row.getObject(14, OffsetDateTime.class), OffsetDateTime::toInstant));
    }

    private static <A, B> @Nullable B optional(@Nullable A value, Function<A, B> change) {
        return value == null ? null : change.apply(value);
    }

    @Override
    public Optional<Claimed> claim() {
        UUID lease = UUID.randomUUID();
        return sql(connection -> {
            try (Statement giveUp = new Statement(
                            connection,
                            "update rule_trial set state = 'failed', failure = 'given up', finished_at = now()"
                                    + " where finished_at is null and attempts >= ? and leased_until < now()")
                    .with(MOST_ATTEMPTS)) {
                giveUp.update();
            }
            try (Statement claim = new Statement(
                            connection,
                            "update rule_trial set state = 'running', lease = ?, leased_until = " + LEASE
                                    + ", attempts = attempts + 1 where id = (select id from rule_trial"
                                    + " where finished_at is null and (leased_until is null or leased_until < now())"
                                    + " order by asked_at, id limit 1 for update skip locked) returning " + COLUMNS)
                    .with(lease)) {
                return claim.list(this::trial).stream().findFirst().map(trial -> new Claimed(trial, lease));
            }
        });
    }

    @Override
    public boolean keep(Claimed claimed) {
        RuleTrial trial = claimed.trial();
        return sql(connection -> {
            try (Statement update = new Statement(
                            connection,
                            "update rule_trial set state = ?, looked = ?, after_at = ?, after_id = ?, outcome = ?,"
                                    + " failure = ?, finished_at = ?, attempts = 0, leased_until = " + LEASE
                                    + " where id = ? and lease = ? and finished_at is null")
                    .with(trial.state().name().toLowerCase(java.util.Locale.ROOT))
                    .with(trial.looked())
                    .with(optional(trial.after(), after -> timestamp(after.startedAt())))
                    .with(optional(trial.after(), Position::movement))
                    .with(json.write(trial.outcome()))
                    .with(trial.failure())
                    .with(optional(trial.finishedAt(), PostgresTrackingRecords::timestamp))
                    .with(trial.id())
                    .with(claimed.lease())) {
                return update.update() == 1;
            }
        });
    }
}
