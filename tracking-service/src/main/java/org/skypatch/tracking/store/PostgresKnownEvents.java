package org.skypatch.tracking.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.skypatch.tracking.process.KnownEvents;

/** The applied events, for receipts; with the database down the door takes events all the same. */
@ApplicationScoped
public class PostgresKnownEvents implements KnownEvents {

    private static final Logger LOG = Logger.getLogger(PostgresKnownEvents.class);

    private final DataSource database;

    PostgresKnownEvents(DataSource database) {
        this.database = database;
    }

    @Override
    public Map<UUID, String> hashes(Collection<UUID> events) {
        try (Connection connection = database.getConnection()) {
            return EventArchive.hashes(connection, events);
        } catch (SQLException e) {
            LOG.debugf("known events cannot be looked up: %s", e.getMessage());
            return Map.of();
        }
    }
}
