package org.skypatch.registry.imports;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.skypatch.registry.catalogue.CatalogueEditions;

/**
 * Has the packaged edition recorded in the background after the start, trying again until it is. The service is ready
 * once it is: without the catalogue it could not tell a licence's commodity.
 */
@Readiness
@ApplicationScoped
public class CatalogueAtStart implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(CatalogueAtStart.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final CatalogueEditions editions;
    private final Thread recording =
            Thread.ofVirtual().name("catalogue-at-start").unstarted(this::recordUntilDone);
    private volatile boolean recorded;

    CatalogueAtStart(CatalogueEditions editions) {
        this.editions = editions;
    }

    void start(@Observes StartupEvent started) {
        recording.start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        recording.interrupt();
    }

    private void recordUntilDone() {
        while (!recorded) {
            try {
                record();
                recorded = true;
            } catch (RuntimeException e) {
                LOG.warnf(e, "the catalogue could not be recorded, trying again");
                try {
                    Thread.sleep(AGAIN);
                } catch (InterruptedException stopped) {
                    return;
                }
            }
        }
    }

    /** Records the packaged edition if it is not recorded yet; says whether it was not. */
    boolean record() {
        String version = PackagedCatalogue.version();
        boolean isNew = !editions.isRecorded(version) && editions.record(PackagedCatalogue.read());
        LOG.infof(isNew ? "the catalogue of %s is recorded" : "the catalogue of %s was recorded before", version);
        return isNew;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("catalogue recorded").status(recorded).build();
    }
}
