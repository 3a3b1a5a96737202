package org.skypatch.tracking.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.skypatch.contracts.finding.RuleCode;
import org.skypatch.tracking.process.RuleFailures;
import org.skypatch.tracking.process.Transactions.DatabaseUnavailable;

/** The table {@code rule_failure}; {@link RuleFailureTable} writes it while movements are judged. */
@ApplicationScoped
public class PostgresRuleFailures implements RuleFailures {

    private final DataSource database;

    PostgresRuleFailures(DataSource database) {
        this.database = database;
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
    public List<Failed> standing() {
        return sql(connection -> {
            try (Statement select = new Statement(connection, """
                            select newest.rule, counted.versions, counted.movements, newest.movement_id, newest.failed_at,
                                newest.exception, newest.message, newest.place
                            from (select rule, array_agg(distinct version order by version) versions, count(*) movements
                                from rule_failure group by rule) counted
                            join lateral (select * from rule_failure f where f.rule = counted.rule
                                order by f.failed_at desc, f.movement_id limit 1) newest on true
                            order by newest.failed_at desc, newest.rule
                            """)) {
                return select.list(row -> new Failed(
                        row.getString(1),
                        integers(row.getArray(2)),
                        row.getLong(3),
                        row.getObject(4, UUID.class),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)));
            }
        });
    }

    private static List<Integer> integers(Array array) throws SQLException {
        return Stream.of((Integer[]) array.getArray()).toList();
    }

    @Override
    public int judgeAgain(RuleCode rule) {
        return sql(connection -> {
            try (Statement mark = new Statement(
                            connection,
                            "insert into rejudgement(movement_id) select movement_id from rule_failure where rule = ?"
                                    + " on conflict do nothing")
                    .with(rule.value())) {
                mark.update();
            }
            try (Statement count =
                    new Statement(connection, "select count(*) from rule_failure where rule = ?").with(rule.value())) {
                return count.list(row -> row.getInt(1)).getFirst();
            }
        });
    }

    @Override
    public int judgeAgainOtherThan(Map<RuleCode, Integer> current) {
        Collection<Map.Entry<RuleCode, Integer>> rules = current.entrySet();
        return sql(connection -> {
            try (Statement mark = new Statement(
                            connection,
                            "insert into rejudgement(movement_id) select distinct f.movement_id from rule_failure f"
                                    + " where not exists (select from unnest(?::text[], ?::int[]) now(rule, version)"
                                    + " where now.rule = f.rule and now.version = f.version) on conflict do nothing")
                    .column("text", rules, rule -> rule.getKey().value())
                    .column("int", rules, Map.Entry::getValue)) {
                return mark.update();
            }
        });
    }
}
