package org.skypatch.tracking.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.tracking.finding.ThresholdSet;
import org.skypatch.tracking.process.Registers;
import org.skypatch.tracking.process.Transactions.DatabaseUnavailable;
import org.skypatch.tracking.register.Register;
import org.skypatch.tracking.register.RegisterReading;

/** The register as last read; read again when the database says that it has changed. */
@ApplicationScoped
public class RegisterCache implements Registers {

    /** What one generation says: the registry's facts, and the numbers of policy that were published. */
    record Known(long generation, Register register, List<ThresholdSet> thresholds) {}

    private final DataSource database;
    private final Json json;
    private final AtomicReference<Known> cached =
            new AtomicReference<>(new Known(-1, Register.of(List.of()), List.of()));

    RegisterCache(DataSource database, Json json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Register current() {
        try (Connection connection = database.getConnection()) {
            return known(connection).register();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /** What this connection's transaction sees. */
    Known known(Connection connection) throws SQLException {
        long generation;
        try (Statement select = new Statement(connection, "select generation from registry_generation")) {
            generation = select.list(row -> row.getLong(1)).getFirst();
        }
        Known known = cached.get();
        if (known.generation() == generation) {
            return known;
        }
        Known read = new Known(generation, read(connection), PostgresThresholdSets.read(connection, json));
        cached.accumulateAndGet(read, (a, b) -> a.generation() > b.generation() ? a : b);
        return read;
    }

    private Register read(Connection connection) throws SQLException {
        try (Statement select = new Statement(
                        connection, "select payload from registry_record where kind = any(?) order by kind, record_key")
                .withAll("text", RegisterReading.KINDS)) {
            return Register.of(select.list(row -> json.read(row.getBytes(1), RegistryEvent.class)));
        }
    }
}
