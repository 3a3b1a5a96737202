package org.skypatch.tracking.process;

import java.util.List;
import org.skypatch.contracts.registry.RegistryEvent;

/** The registry's records as tracking keeps them. */
public interface RegistryFacts {

    /**
     * Keeps the records, each unless a later revision is known, and marks the movements that rest on what has changed to
     * be judged again; all in one transaction.
     *
     * @throws Transactions.DatabaseUnavailable if nothing could be kept just now
     */
    void keep(List<RegistryEvent> records);
}
