package org.skypatch.tracking.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;
import org.skypatch.edge.access.CurrentCaller;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;

/**
 * Keeps who read names and numbers of movements that are not its own: when, which, and why. Nothing is shown before that is
 * put down.
 */
@ApplicationScoped
class NominalReads {

    private static final String INSERT =
            "insert into nominal_read(administration, person, reason, asked, movements)" + " values (?, ?, ?, ?, ?)";

    private final DataSource database;
    private final CurrentCaller current;

    NominalReads(DataSource database, CurrentCaller current) {
        this.database = database;
        this.current = current;
    }

    /**
     * Puts a reading down, by the system's clock.
     *
     * @param asked what was asked for
     * @param movements whose names and numbers are shown
     */
    void keep(Reader reader, String asked, Collection<UUID> movements) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, reader.caller().administration().value());
            statement.setString(2, current.person());
            statement.setString(3, reader.reason());
            statement.setString(4, asked);
            statement.setArray(5, connection.createArrayOf("uuid", movements.toArray()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new ProblemException(
                    EdgeProblem.UNAVAILABLE, "it cannot be put down just now that this is read: " + e.getSQLState());
        }
    }
}
