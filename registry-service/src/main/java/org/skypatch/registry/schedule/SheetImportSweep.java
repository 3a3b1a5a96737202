package org.skypatch.registry.schedule;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.registry.sheet.Imports;
import org.skypatch.registry.sheet.SheetImporting;

/** Works on the imports of country sheets that wait, one after the other, and forgets those that are long over. */
@ApplicationScoped
class SheetImportSweep {

    private static final Logger LOG = Logger.getLogger(SheetImportSweep.class);

    private final SheetImporting importing;
    private final Imports imports;
    private final Clock clock;
    private final Duration keptFor;

    /** @param keptFor how long an import is kept after its end; 30 days unless set */
    SheetImportSweep(
            SheetImporting importing,
            Imports imports,
            BusinessClock clock,
            @ConfigProperty(name = "skypatch.policy.sheets.kept-for", defaultValue = "P30D") Duration keptFor) {
        this.importing = importing;
        this.imports = imports;
        this.clock = clock;
        this.keptFor = keptFor;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void work() {
        try {
            while (importing.work()) {
                // on to the next
            }
        } catch (IOException | RuntimeException e) {
            LOG.warnf(e, "an import of a country sheet failed, trying again");
        }
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forget() {
        imports.forgetEndedBefore(clock.instant().minus(keptFor));
    }
}
