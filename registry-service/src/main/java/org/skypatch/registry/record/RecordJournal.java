package org.skypatch.registry.record;

import java.util.Collection;
import java.util.List;
import org.skypatch.contracts.registry.RegistryEvent;

/** The history of all records, and the way out to those who follow them. Works within the caller's transaction. */
public interface RecordJournal {

    /** Holds off other writers of these records until the transaction ends. */
    void lock(Collection<RecordKey> keys);

    /**
     * Holds off all other writers of a Party's records of a kind until the transaction ends; for writing so many at once
     * that a lock for each would not fit.
     *
     * @param party what the names begin with, up to their first slash
     */
    void lockAll(RecordKind<?> kind, String party);

    /**
     * Keeps the new versions and sends each record out with all its versions.
     *
     * @return false, with nothing kept, if a record has grown too large to be sent
     */
    boolean append(List<? extends Change<?>> changes);

    /** Sends out the marker that closes a publication of the catalogue. */
    void close(RegistryEvent.CatalogueRecorded edition);
}
