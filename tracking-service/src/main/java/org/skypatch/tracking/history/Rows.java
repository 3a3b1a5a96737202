package org.skypatch.tracking.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;

/**
 * Reads rows of the database for readers: in a transaction that can only read, under a role that sees the rows of the
 * reader's audience alone. Beside the conditions of the queries, row-level security hides everything else.
 */
@ApplicationScoped
public class Rows {

    private static final int RETRY_AFTER_SECONDS = 5;

    private static final String BEGIN = "select set_config('transaction_read_only', 'on', true),"
            + " set_config('skypatch.audience', ?, true), set_config('skypatch.administration', ?, true),"
            + " set_config('role', coalesce(?, session_user || '_reader'), true)";

    private static final ScopedValue<Connection> READING = ScopedValue.newInstance();

    private final DataSource database;
    private final ObjectMapper json;
    private final @Nullable String role;

    @Inject
    Rows(DataSource database, ObjectMapper doors) {
        this(database, doors, null);
    }

    /**
     * @param role under which is read; the owner's reader if none
     */
    Rows(DataSource database, ObjectMapper doors, @Nullable String role) {
        this.database = database;
        this.json = JsonHabits.forTopics(doors);
        this.role = role;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface OneRow<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Reads for this caller, all in one transaction; within another reading, goes on with that. */
    <T> T as(Caller caller, Supplier<T> work) {
        return as(Reader.of(caller), work);
    }

    /** Reads for this reader. */
    <T> T as(Reader reader, Supplier<T> work) {
        return as(reader.audience(), reader.caller().administration().value(), work);
    }

    <T> T as(String audience, String administration, Supplier<T> work) {
        if (READING.isBound()) {
            return work.get();
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                begin(connection, audience, administration);
                return ScopedValue.where(READING, connection).call(work::get);
            } finally {
                if (!connection.isClosed()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void begin(Connection connection, String audience, String administration) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
            statement.setString(1, audience);
            statement.setString(2, administration);
            statement.setString(3, role);
            statement.execute();
        }
    }

    /**
     * Reads rows within {@link #as}.
     *
     * @throws java.util.NoSuchElementException if it is not said for whom
     */
    <T> List<T> list(String sql, List<?> values, OneRow<T> reader) {
        Connection connection = READING.get();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int place = 0;
            for (Object value : values) {
                if (value instanceof Collection<?> several) {
                    statement.setArray(++place, connection.createArrayOf("uuid", several.toArray()));
                } else {
                    statement.setObject(++place, value);
                }
            }
            List<T> list = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    list.add(reader.read(rows));
                }
            }
            return list;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static RuntimeException failed(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("53") || state.startsWith("57P")
                ? new ProblemException(
                        EdgeProblem.UNAVAILABLE, "the history cannot be read just now", List.of(), RETRY_AFTER_SECONDS)
                : new IllegalStateException(e);
    }

    <T> T json(byte[] bytes, Class<T> type) {
        try {
            return json.readValue(bytes, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
