package org.skypatch.tracking.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Keeps judging and news of the registry apart. Whoever judges shares the lock until it commits, whoever keeps news of the
 * registry has it alone: so a movement is either judged by the news, or is there to be marked for judging again. Taken
 * before anything is read.
 */
final class RegistryLock {

    private static final long NAME = 0x534b_5950_0003L;
    private static final long ALONE = 0x534b_5950_0004L;

    private RegistryLock() {}

    static void share(Connection connection) throws SQLException {
        lock("pg_advisory_xact_lock_shared", connection);
    }

    /** Whether nobody else waits to have the lock alone for work on everything, or has it. */
    static boolean tryBeingTheOnlyOneAlone(Connection connection) throws SQLException {
        try (var sql = connection.createStatement();
                var rows = sql.executeQuery("select pg_try_advisory_xact_lock(" + ALONE + ")")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    static void take(Connection connection) throws SQLException {
        lock("pg_advisory_xact_lock", connection);
    }

    private static void lock(String how, Connection connection) throws SQLException {
        try (var sql = connection.createStatement()) {
            sql.execute("select " + how + "(" + NAME + ")");
        }
    }
}
