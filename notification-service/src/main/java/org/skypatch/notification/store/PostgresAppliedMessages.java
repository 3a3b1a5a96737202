package org.skypatch.notification.store;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.skypatch.notification.alert.AppliedMessages;
import org.skypatch.notification.alert.TryAgainLater;

/** Keeps the ids of applied messages in PostgreSQL, by the clock of the database. */
public final class PostgresAppliedMessages implements AppliedMessages {

    private static final String FORGET = """
            delete from applied_message where applied_at < now() - make_interval(secs => ?)
            """;

    private final DataSource database;

    public PostgresAppliedMessages(DataSource database) {
        this.database = database;
    }

    @Override
    public int forgetOlderThan(Duration age) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(FORGET)) {
            statement.setDouble(1, age.toSeconds());
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new TryAgainLater(e);
        }
    }
}
