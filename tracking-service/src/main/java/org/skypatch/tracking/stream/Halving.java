package org.skypatch.tracking.stream;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.skypatch.tracking.process.Transactions.DatabaseUnavailable;

/** Applies a batch; one that fails is halved until the record at fault stands alone, and that one is put aside. */
final class Halving {

    private static final Logger LOG = Logger.getLogger(Halving.class);

    private Halving() {}

    /**
     * Applies the batch as far as it can be applied.
     *
     * @param putAside takes a record that cannot be applied, and why
     * @throws DatabaseUnavailable if the database cannot be reached: the whole may be done again
     */
    static <T> void apply(List<T> batch, Consumer<List<T>> application, BiConsumer<T, String> putAside) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            application.accept(batch);
        } catch (DatabaseUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            if (batch.size() == 1) {
                LOG.errorf(e, "a record cannot be applied and is parked");
                putAside.accept(batch.getFirst(), "cannot be applied: " + e.getMessage());
                return;
            }
            LOG.warnf("a batch of %d cannot be applied, halving it: %s", batch.size(), e.getMessage());
            apply(batch.subList(0, batch.size() / 2), application, putAside);
            apply(batch.subList(batch.size() / 2, batch.size()), application, putAside);
        }
    }
}
