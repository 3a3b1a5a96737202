package org.skypatch.notification.store;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gives one statement all its rows at once: each column as an array, for {@code unnest}. */
final class Columns {

    private Columns() {}

    /** Sets the parameter to an array of this SQL type, one element for each row. */
    static <R> void set(
            PreparedStatement statement,
            int parameter,
            String type,
            Collection<R> rows,
            Function<R, @Nullable Object> column)
            throws SQLException {
        Array array = statement
                .getConnection()
                .createArrayOf(
                        type, rows.stream().map(column).map(Columns::plain).toArray());
        statement.setArray(parameter, array);
    }

    /** Sets the parameter to an array of {@code bytea}; the driver takes those as an array of byte arrays only. */
    static <R> void setBytes(
            PreparedStatement statement, int parameter, Collection<R> rows, Function<R, byte @Nullable []> column)
            throws SQLException {
        byte[][] all = rows.stream().map(column).toArray(byte[][]::new);
        statement.setArray(parameter, statement.getConnection().createArrayOf("bytea", all));
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Instant instant ? microseconds(instant).toString() : value;
    }

    /** The instant as PostgreSQL keeps it: to the microsecond. */
    static OffsetDateTime microseconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** An array column within an array parameter: PostgreSQL's own writing of a text array. */
    static String textArray(Collection<?> values) {
        StringBuilder text = new StringBuilder("{");
        for (Object value : values) {
            text.append(text.length() == 1 ? "\"" : ",\"")
                    .append(value.toString().replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return text.append('}').toString();
    }
}
