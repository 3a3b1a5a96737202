package org.skypatch.notification.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Work on the database of which all is done, or nothing. */
final class Transaction {

    private Transaction() {}

    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Does it and commits.
     *
     * @throws org.skypatch.notification.alert.TryAgainLater if the database does not answer just now; nothing is done then
     */
    static <T> T in(DataSource database, Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw PostgresAlertLedgers.refused(e);
        } catch (StatementFailed e) {
            throw PostgresAlertLedgers.refused(e.cause());
        }
    }
}
