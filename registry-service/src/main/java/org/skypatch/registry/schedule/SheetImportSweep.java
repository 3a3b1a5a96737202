package org.skypatch.registry.schedule;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.skypatch.registry.sheet.SheetImporting;

/** Works on the imports of country sheets that wait, one after the other. */
@ApplicationScoped
class SheetImportSweep {

    private static final Logger LOG = Logger.getLogger(SheetImportSweep.class);

    private final SheetImporting importing;

    SheetImportSweep(SheetImporting importing) {
        this.importing = importing;
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
}
