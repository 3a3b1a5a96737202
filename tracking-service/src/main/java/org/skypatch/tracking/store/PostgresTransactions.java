package org.skypatch.tracking.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.skypatch.edge.outbox.OutboxRelay;
import org.skypatch.tracking.process.TrackingRecords;
import org.skypatch.tracking.process.Transactions;

/** Transactions on PostgreSQL, read committed; order between them comes from the locks that the work takes. */
@ApplicationScoped
public class PostgresTransactions implements Transactions {

    private static final Logger LOG = Logger.getLogger(PostgresTransactions.class);

    /** Deadlock, serialisation failure, lock not available. */
    private static final Set<String> TRY_AGAIN = Set.of("40P01", "40001", "55P03");

    private static final int MOST_TRIES = 50;

    private final DataSource database;
    private final Json json;
    private final RegisterCache registers;
    private final ArchiveMonths months;
    private final OutboxRelay relay;

    PostgresTransactions(
            DataSource database, Json json, RegisterCache registers, ArchiveMonths months, OutboxRelay relay) {
        this.database = database;
        this.json = json;
        this.registers = registers;
        this.months = months;
        this.relay = relay;
    }

    @Override
    public void makeRoom(Collection<Instant> recorded) {
        try {
            months.ensure(recorded);
        } catch (SQLException e) {
            if (isUnavailable(e)) {
                throw new DatabaseUnavailable(e);
            }
            throw new Refused(e);
        }
    }

    @Override
    public void run(Consumer<TrackingRecords> work) {
        often(work, Access.SHARED);
        relay.wake();
    }

    @Override
    public void alone(Consumer<TrackingRecords> work) {
        often(work, Access.ALONE);
        relay.wake();
    }

    @Override
    public void read(Consumer<TrackingRecords> work) {
        often(work, Access.READ_ONLY);
    }

    private void often(Consumer<TrackingRecords> work, Access access) {
        for (int attempt = 1; ; attempt++) {
            try {
                once(work, access);
                return;
            } catch (LockedElsewhere e) {
                giveUpAfterMost(attempt, e);
            } catch (SQLException e) {
                if (isUnavailable(e)) {
                    throw new DatabaseUnavailable(e);
                }
                if (!TRY_AGAIN.contains(e.getSQLState())) {
                    throw new Refused(e);
                }
                LOG.debugf("transaction tried again: %s", e.getMessage());
                giveUpAfterMost(attempt, new Refused(e));
            }
        }
    }

    private static void giveUpAfterMost(int attempt, RuntimeException e) {
        if (attempt >= MOST_TRIES) {
            throw e;
        }
        try {
            Thread.sleep(Math.min(5L * attempt, 100));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw e;
        }
    }

    private void once(Consumer<TrackingRecords> work, Access access) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                begin(connection, access);
                work.accept(new PostgresTrackingRecords(connection, json, registers, access));
                connection.commit();
            } catch (Failed e) {
                rollback(connection);
                throw e.sql();
            } catch (RuntimeException | Error e) {
                rollback(connection);
                throw e;
            } finally {
                if (!connection.isClosed()) {
                    connection.setAutoCommit(true);
                }
            }
        }
    }

    private static void begin(Connection connection, Access access) throws SQLException {
        switch (access) {
            case SHARED -> RegistryLock.share(connection);
            case ALONE -> {
                if (!RegistryLock.tryBeingTheOnlyOneAlone(connection)) {
                    throw new LockedElsewhere();
                }
                RegistryLock.take(connection);
            }
            case READ_ONLY -> {
                try (var sql = connection.createStatement()) {
                    sql.execute("set transaction isolation level repeatable read, read only");
                }
            }
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.debugf("rollback failed: %s", e.getMessage());
        }
    }

    /** Connection failures (08), out of resources (53), shut down by the operator (57P), or no connection to be had. */
    static boolean isUnavailable(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
    }

    /** Carries an SQL failure out of the work. */
    static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Failed(SQLException cause) {
            super(cause);
        }

        SQLException sql() {
            return (SQLException) getCause();
        }
    }

    /** The database refused what it was given. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
