package org.skypatch.registry.imports;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.skypatch.registry.catalogue.CatalogueEditions;

/** Has the packaged edition, and the packaged law, recorded in the background after the start, trying again until it is. */
@ApplicationScoped
public class CatalogueAtStart {

    private static final Logger LOG = Logger.getLogger(CatalogueAtStart.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final CatalogueEditions editions;
    private final LawAtStart law;
    private final Thread recording =
            Thread.ofVirtual().name("catalogue-at-start").unstarted(this::recordUntilDone);
    private volatile boolean recorded;

    CatalogueAtStart(CatalogueEditions editions, LawAtStart law) {
        this.editions = editions;
        this.law = law;
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
                law.record();
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
    public boolean record() {
        String version = PackagedCatalogue.version();
        boolean isNew = !editions.isRecorded(version) && editions.record(PackagedCatalogue.read());
        LOG.infof(isNew ? "the catalogue of %s is recorded" : "the catalogue of %s was recorded before", version);
        return isNew;
    }

    /** Whether the packaged edition is recorded. */
    boolean isDone() {
        return recorded;
    }
}
