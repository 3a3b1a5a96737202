package org.skypatch.tracking.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The monthly parts of the event archive, made when the first event of a month comes. A part is made beside the archive
 * and then attached, which keeps nobody waiting; dropping an old one is instant.
 */
@ApplicationScoped
public class ArchiveMonths {

    private static final long ONE_AT_A_TIME = 0x534b_5950_0002L;

    private final DataSource database;
    private final Set<YearMonth> known = ConcurrentHashMap.newKeySet();

    ArchiveMonths(DataSource database) {
        this.database = database;
    }

    /** Makes the parts for these instants, in a transaction of their own. */
    void ensure(Collection<Instant> instants) throws SQLException {
        Set<YearMonth> months = instants.stream()
                .map(instant -> YearMonth.from(instant.atOffset(ZoneOffset.UTC)))
                .collect(Collectors.toCollection(TreeSet::new));
        months.removeAll(known);
        if (months.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var sql = connection.createStatement()) {
                sql.execute("select pg_advisory_xact_lock(" + ONE_AT_A_TIME + ")");
                for (YearMonth month : months) {
                    String part = "customs_event_%d_%02d".formatted(month.getYear(), month.getMonthValue());
                    boolean isThere;
                    try (var rows = sql.executeQuery("select to_regclass('" + part + "') is not null")) {
                        isThere = rows.next() && rows.getBoolean(1);
                    }
                    if (!isThere) {
                        sql.execute("create table " + part + " (like customs_event including all)");
                        sql.execute("alter table customs_event attach partition " + part + " for values from ('"
                                + month.atDay(1) + "T00:00:00Z') to ('"
                                + month.plusMonths(1).atDay(1) + "T00:00:00Z')");
                    }
                }
                connection.commit();
            } catch (SQLException | RuntimeException | Error e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
        known.addAll(months);
    }
}
