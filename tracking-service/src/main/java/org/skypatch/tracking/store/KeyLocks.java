package org.skypatch.tracking.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import org.skypatch.tracking.movement.ReferenceKey;

/** Advisory locks on reference keys, until the transaction ends. */
final class KeyLocks {

    private KeyLocks() {}

    /** Waits for all of them, in one order. */
    static long take(Connection connection, Collection<ReferenceKey> keys) throws SQLException {
        try (Statement lock = new Statement(
                        connection,
                        "select count(pg_advisory_xact_lock(name)) from"
                                + " (select name from unnest(?::bigint[]) name order by name) ordered")
                .withAll("bigint", names(keys))) {
            return lock.list(row -> row.getLong(1)).getFirst();
        }
    }

    /** Whether all of them could be had without waiting. */
    static boolean tryTaking(Connection connection, Collection<ReferenceKey> keys) throws SQLException {
        try (Statement lock = new Statement(
                        connection,
                        "select coalesce(bool_and(pg_try_advisory_xact_lock(name)), true)"
                                + " from unnest(?::bigint[]) name")
                .withAll("bigint", names(keys))) {
            return lock.list(row -> row.getBoolean(1)).getFirst();
        }
    }

    /** A lock is named by a 64-bit hash: two keys of one hash merely wait for each other. */
    private static Set<Long> names(Collection<ReferenceKey> keys) {
        Set<Long> names = new TreeSet<>();
        for (ReferenceKey key : keys) {
            CRC32C sum = new CRC32C();
            sum.update((key.kind() + " " + key.value()).getBytes(StandardCharsets.UTF_8));
            names.add((long) key.value().hashCode() << 32 | sum.getValue());
        }
        return names;
    }
}
