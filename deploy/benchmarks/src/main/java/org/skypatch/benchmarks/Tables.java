package org.skypatch.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The rows that a run left in tracking's tables, put once more into empty tables with the same indexes, by COPY. */
final class Tables {

    private static final List<String> NAMES = List.of(
            "event_key",
            "customs_event",
            "event_reference",
            "movement",
            "movement_event",
            "movement_audience",
            "finding",
            "deadline",
            "licence_draw",
            "departure_notice");

    private Tables() {}

    /** How many rows there were, and how long it took. */
    record Copied(long rows, Duration time) {}

    /** Copies the rows of all tables; fair where the tables hold the run's rows alone, as on a fresh system. */
    static Copied copyAll(Connection connection) throws SQLException, IOException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        Map<String, byte[]> rows = new LinkedHashMap<>();
        try (Statement sql = connection.createStatement()) {
            for (String table : NAMES) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                copy.copyOut("copy (select * from " + table + ") to stdout (format binary)", out);
                rows.put(table, out.toByteArray());
                sql.execute("drop table if exists bench_" + table);
                sql.execute("create table bench_" + table + " (like " + table + " including all)");
            }
            long count = 0;
            connection.setAutoCommit(false);
            long begin = System.nanoTime();
            for (Map.Entry<String, byte[]> table : rows.entrySet()) {
                count += copy.copyIn(
                        "copy bench_" + table.getKey() + " from stdin (format binary)",
                        new ByteArrayInputStream(table.getValue()));
            }
            connection.commit();
            long end = System.nanoTime();
            connection.setAutoCommit(true);
            for (String table : NAMES) {
                sql.execute("drop table bench_" + table);
            }
            return new Copied(count, Duration.ofNanos(end - begin));
        }
    }
}
