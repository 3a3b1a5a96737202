package org.skypatch.tracking.history;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Makes sure, before anybody reads, that row-level security binds the role under which is read. */
@ApplicationScoped
public class ReadersRole {

    private static final String BOUND = """
            select r.rolname from pg_roles r
            where r.rolname = session_user || '_reader' and not r.rolsuper and not r.rolbypassrls
              and pg_has_role(session_user, r.oid, 'SET')
              and not pg_has_role(r.oid, (select relowner from pg_class where oid = 'movement'::regclass), 'USAGE')
            """;

    private final DataSource database;

    ReadersRole(DataSource database) {
        this.database = database;
    }

    /**
     * Looks at the role.
     *
     * @throws IllegalStateException if readers would see rows that are not theirs, or nothing could be read
     */
    void check(@Observes StartupEvent started) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(BOUND);
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new IllegalStateException(
                        "the role <owner>_reader must exist without SUPERUSER and BYPASSRLS, may not"
                                + " own the tables, and the owner must be allowed to take it; see the migration"
                                + " let_readers_see_their_rows_only");
            }
        }
    }
}
