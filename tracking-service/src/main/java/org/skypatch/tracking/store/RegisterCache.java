package org.skypatch.tracking.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.tracking.process.Registers;
import org.skypatch.tracking.process.Transactions.DatabaseUnavailable;
import org.skypatch.tracking.register.Register;
import org.skypatch.tracking.register.RegisterReading;

/** The register as last read; read again when the database says that it has changed. */
@ApplicationScoped
public class RegisterCache implements Registers {

    private record Cached(long generation, Register register) {}

    private final DataSource database;
    private final Json json;
    private final AtomicReference<Cached> cached = new AtomicReference<>(new Cached(-1, Register.of(List.of())));

    RegisterCache(DataSource database, Json json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Register current() {
        try (Connection connection = database.getConnection()) {
            return current(connection);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /** The register that this connection's transaction sees. */
    Register current(Connection connection) throws SQLException {
        long generation;
        try (Statement select = new Statement(connection, "select generation from registry_generation")) {
            generation = select.list(row -> row.getLong(1)).getFirst();
        }
        Cached known = cached.get();
        if (known.generation() == generation) {
            return known.register();
        }
        Register read = read(connection);
        cached.accumulateAndGet(new Cached(generation, read), (a, b) -> a.generation() > b.generation() ? a : b);
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
