package org.skypatch.tracking.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;

/** Reads rows of the database for readers. */
@ApplicationScoped
public class Rows {

    private static final int RETRY_AFTER_SECONDS = 5;

    private final DataSource database;
    private final ObjectMapper json;

    Rows(DataSource database, ObjectMapper doors) {
        this.database = database;
        this.json = JsonHabits.forTopics(doors);
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> list(String sql, List<?> values, Reader<T> reader) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
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
            String state = e.getSQLState();
            if (state == null || state.startsWith("08") || state.startsWith("53") || state.startsWith("57P")) {
                throw new ProblemException(
                        EdgeProblem.UNAVAILABLE, "the history cannot be read just now", List.of(), RETRY_AFTER_SECONDS);
            }
            throw new IllegalStateException(e);
        }
    }

    <T> T json(byte[] bytes, Class<T> type) {
        try {
            return json.readValue(bytes, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
