package org.skypatch.notification.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.skypatch.notification.alert.AlertLedger;
import org.skypatch.notification.alert.AlertLedgers;
import org.skypatch.notification.alert.TryAgainLater;
import org.skypatch.notification.desk.Patience;

/** Opens transactions on PostgreSQL. */
public final class PostgresAlertLedgers implements AlertLedgers {

    /** SQL state classes for which trying again is no use: what is to be written is wrong. */
    private static final Set<String> HOPELESS = Set.of("22", "23");

    private final DataSource database;
    private final ObjectMapper json;
    private final Patience patience;

    public PostgresAlertLedgers(DataSource database, ObjectMapper json, Patience patience) {
        this.database = database;
        this.json = json;
        this.patience = patience;
    }

    @Override
    public void inTransaction(Consumer<AlertLedger> work) {
        transacted(connection -> {
            work.accept(on(connection));
            return null;
        });
    }

    /** Work within a transaction. */
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** The ledger of a transaction that is under way. */
    AlertLedger on(Connection connection) {
        return new PostgresAlertLedger(connection, json, patience);
    }

    /** Does the work in one transaction, under the promises of {@link #inTransaction}. */
    <T> T transacted(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T done = work.in(connection);
                connection.commit();
                return done;
            } catch (SQLException | RuntimeException | Error e) {
                rollBack(connection, e);
                throw e;
            } finally {
                restore(connection);
            }
        } catch (SQLException e) {
            throw refused(e);
        } catch (StatementFailed e) {
            throw refused(e.cause());
        }
    }

    /** What a failure means: try again, or that what is to be written is wrong. */
    static RuntimeException refused(SQLException e) {
        String state = e.getSQLState();
        boolean hopeless = state != null && state.length() == 5 && HOPELESS.contains(state.substring(0, 2));
        return hopeless ? new IllegalStateException(e.getMessage(), e) : new TryAgainLater(e);
    }

    private static void rollBack(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** A broken connection cannot be restored, and need not be: the pool throws it away. */
    private static void restore(Connection connection) {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            System.getLogger(PostgresAlertLedgers.class.getName())
                    .log(System.Logger.Level.DEBUG, "a broken connection is given back", e);
        }
    }
}
