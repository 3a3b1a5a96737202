package org.skypatch.notification.alert;

import java.util.function.Consumer;

/** Opens transactions on the {@link AlertLedger}. */
public interface AlertLedgers {

    /**
     * Does the work in one transaction: all of it, or nothing.
     *
     * @throws TryAgainLater if the database does not answer just now
     */
    void inTransaction(Consumer<AlertLedger> work);
}
