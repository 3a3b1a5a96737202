package org.skypatch.embedded;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the server is told at its start.
 *
 * @param durable whether a commit is on the disk before it is answered; a test does without
 * @param sharedBuffers memory of the page cache, in PostgreSQL's notation ({@code 256MB})
 */
public record PostgresSettings(boolean durable, String sharedBuffers) {

    /** For a run whose data matters. */
    public static PostgresSettings forLocalRun() {
        return new PostgresSettings(true, "256MB");
    }

    /** For tests: survives the death of the server, not that of the machine. */
    public static PostgresSettings forTests() {
        return new PostgresSettings(false, "128MB");
    }

    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("listen_addresses", "127.0.0.1");
        parameters.put("unix_socket_directories", "");
        parameters.put("max_connections", "200");
        parameters.put("max_locks_per_transaction", "512"); // a batch meets every monthly partition with its indexes
        parameters.put("shared_buffers", sharedBuffers);
        parameters.put("max_wal_size", "2GB");
        parameters.put("jit", "off"); // compiling costs more than the short statements here take
        parameters.put("timezone", "UTC");
        parameters.put("log_timezone", "UTC");
        parameters.put("log_line_prefix", "%m [%p] %d ");
        if (!durable) {
            parameters.put("fsync", "off");
            parameters.put("full_page_writes", "off");
        }
        return parameters;
    }
}
