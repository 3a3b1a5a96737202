package org.skypatch.registry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.registry.sheet.CheckedRow;
import org.skypatch.registry.sheet.Imports;
import org.skypatch.registry.sheet.RowOutcome;
import org.skypatch.registry.sheet.RowProblem;
import org.skypatch.registry.sheet.SheetKind;

/** Rows of the table {@code sheet_import_row}: what the dry run made of each row of a sheet. */
@ApplicationScoped
class ImportRows {

    private static final String ADD = """
            insert into sheet_import_row(import, kind, line, name, outcome, revision, fact, problems)
            select ?, * from unnest(?::text[], ?::integer[], ?::text[], ?::text[], ?::bigint[], ?::jsonb[], ?::jsonb[])
            """;
    private static final String LIST = """
            select * from sheet_import_row
            where import = ? and (?::text is null or outcome = ?)
              and ((outcome <> 'error'), kind, line) > (?, ?, ?)
            order by (outcome <> 'error'), kind, line limit ?
            """;
    private static final String TO_WRITE = """
            select * from sheet_import_row
            where import = ? and kind = ? and line > ? and outcome in ('insert', 'edit')
            order by line limit ?
            """;

    /** A record that has no version yet stands at 0. */
    private static final String OVERTAKEN = """
            select r.* from sheet_import_row r
            left join licence l on r.kind = 'licences'
                and l.issuer = split_part(r.name, '/', 1) and l.number = substr(r.name, strpos(r.name, '/') + 1)
            left join trader t on r.kind = 'traders'
                and t.country = split_part(r.name, '/', 1) and t.id = substr(r.name, strpos(r.name, '/') + 1)
            left join record q on r.kind = 'quotas' and q.kind = 'quota' and q.name = r.name
            where r.import = ? and r.outcome <> 'error' and r.revision <> coalesce(l.revision, t.revision, q.revision, 0)
            order by r.kind, r.line limit ?
            """;

    private static final String REFUSE = """
            update sheet_import_row set outcome = 'error', fact = null, problems = ?::jsonb
            where import = ? and kind = ? and line = any(?)
            """;

    private final DataSource database;
    private final ObjectMapper json;

    ImportRows(DataSource database, ObjectMapper doors) {
        this.database = database;
        this.json = JsonHabits.forTopics(doors);
    }

    void add(UUID id, List<CheckedRow> rows) {
        run(ADD, statement -> {
            Connection connection = statement.getConnection();
            statement.setObject(1, id);
            statement.setArray(
                    2, array(connection, "text", rows, row -> row.kind().label()));
            statement.setArray(3, array(connection, "integer", rows, CheckedRow::line));
            statement.setArray(4, array(connection, "text", rows, CheckedRow::name));
            statement.setArray(
                    5, array(connection, "text", rows, row -> row.outcome().label()));
            statement.setArray(6, array(connection, "bigint", rows, CheckedRow::revision));
            statement.setArray(
                    7, array(connection, "jsonb", rows, row -> row.fact() == null ? null : text(row.fact())));
            statement.setArray(8, array(connection, "jsonb", rows, row -> text(row.problems())));
            return statement.executeUpdate();
        });
    }

    List<CheckedRow> list(UUID id, Imports.RowQuestion question) {
        Imports.Place after = question.after();
        String outcome = question.outcome() == null ? null : question.outcome().label();
        return run(LIST, statement -> {
            statement.setObject(1, id);
            statement.setString(2, outcome);
            statement.setString(3, outcome);
            statement.setBoolean(4, after != null && !after.isWrong());
            statement.setString(5, after == null ? "" : after.kind().label());
            statement.setInt(6, after == null ? 0 : after.line());
            statement.setInt(7, question.limit());
            return read(statement);
        });
    }

    /** The rows of a sheet that change something, by line. */
    List<CheckedRow> toWrite(UUID id, SheetKind kind, int after, int limit) {
        return run(TO_WRITE, statement -> {
            statement.setObject(1, id);
            statement.setString(2, kind.label());
            statement.setInt(3, after);
            statement.setInt(4, limit);
            return read(statement);
        });
    }

    List<CheckedRow> overtaken(UUID id, int limit) {
        return run(OVERTAKEN, statement -> {
            statement.setObject(1, id);
            statement.setInt(2, limit);
            return read(statement);
        });
    }

    /** Notes that rows of a sheet cannot be applied. */
    int refuse(UUID id, SheetKind kind, List<Integer> lines, RowProblem problem) {
        return run(REFUSE, statement -> {
            statement.setString(1, text(List.of(problem)));
            statement.setObject(2, id);
            statement.setString(3, kind.label());
            statement.setArray(4, statement.getConnection().createArrayOf("integer", lines.toArray()));
            return statement.executeUpdate();
        });
    }

    private List<CheckedRow> read(PreparedStatement statement) throws SQLException {
        List<CheckedRow> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                SheetKind kind = SheetKind.of(found.getString("kind"));
                rows.add(new CheckedRow(
                        kind,
                        found.getInt("line"),
                        found.getString("name"),
                        RowOutcome.of(found.getString("outcome")),
                        found.getLong("revision"),
                        fact(kind, found.getString("fact")),
                        problems(found.getString("problems"))));
            }
        }
        return rows;
    }

    private @Nullable RegistryFact fact(SheetKind kind, @Nullable String text) {
        try {
            return text == null ? null : json.readValue(text, kind.records().fact());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a checked row cannot be read", e);
        }
    }

    private List<RowProblem> problems(String text) {
        try {
            return json.readValue(text, new TypeReference<List<RowProblem>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a checked row cannot be read", e);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a checked row cannot be written as JSON", e);
        }
    }

    private interface Work<T> {
        T in(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, Work<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.in(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the rows of an import cannot be reached", e);
        }
    }

    private static Array array(
            Connection connection, String type, List<CheckedRow> rows, Function<CheckedRow, @Nullable Object> column)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(column).toArray());
    }
}
