package org.skypatch.tracking.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One SQL statement that takes whole columns as arrays: a set goes to the database as a set. */
final class Statement implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement statement;
    private int parameters;

    Statement(Connection connection, String sql) throws SQLException {
        this.connection = connection;
        this.statement = connection.prepareStatement(sql);
    }

    /** Binds the next parameter. */
    Statement with(@Nullable Object value) throws SQLException {
        statement.setObject(++parameters, value);
        return this;
    }

    /** Binds the next parameter to the array of this PostgreSQL type. */
    Statement withAll(String type, Collection<?> values) throws SQLException {
        // The driver takes bytea elements as byte[][] only.
        Object[] elements = type.equals("bytea") ? values.toArray(byte[][]::new) : values.toArray();
        Array array = connection.createArrayOf(type, elements);
        statement.setArray(++parameters, array);
        return this;
    }

    /** Binds the next parameter to one column of the rows. */
    <R> Statement column(String type, Collection<R> rows, Function<R, @Nullable Object> column) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(column.apply(row)));
        return withAll(type, values);
    }

    int update() throws SQLException {
        return statement.executeUpdate();
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> list(Reader<T> reader) throws SQLException {
        List<T> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(reader.read(rows));
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
