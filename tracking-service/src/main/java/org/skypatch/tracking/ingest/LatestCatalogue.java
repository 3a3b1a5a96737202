package org.skypatch.tracking.ingest;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.skypatch.tracking.process.Registers;
import org.skypatch.tracking.process.Transactions.DatabaseUnavailable;
import org.skypatch.tracking.register.Catalogue;

/** The catalogue for the door's warnings: at most a few seconds old, and older while the database is away. */
@ApplicationScoped
public class LatestCatalogue {

    private static final Logger LOG = Logger.getLogger(LatestCatalogue.class);
    private static final Duration FRESH = Duration.ofSeconds(2);

    private record Looked(Catalogue catalogue, Instant at) {}

    private final Registers registers;
    private final AtomicReference<Looked> last = new AtomicReference<>(new Looked(Catalogue.EMPTY, Instant.EPOCH));

    LatestCatalogue(Registers registers) {
        this.registers = registers;
    }

    void warmUp(@Observes StartupEvent started) {
        get();
    }

    Catalogue get() {
        Looked looked = last.get();
        Instant now = Instant.now();
        if (looked.at().plus(FRESH).isAfter(now)) {
            return looked.catalogue();
        }
        Catalogue catalogue = looked.catalogue();
        try {
            catalogue = registers.current().catalogue();
        } catch (DatabaseUnavailable e) {
            LOG.debugf("the catalogue cannot be looked up: %s", e.getMessage());
        }
        last.set(new Looked(catalogue, now));
        return catalogue;
    }
}
