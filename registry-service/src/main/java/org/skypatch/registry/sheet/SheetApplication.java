package org.skypatch.registry.sheet;

import org.skypatch.registry.record.RecordKey;

/** Applies a checked import: every row in one transaction, or none. */
public interface SheetApplication {

    /**
     * Writes all rows, or refuses, naming the rows whose records have changed since the dry run.
     *
     * @throws Imports.ClaimLost if another worker has taken the import up; then nothing is written
     * @throws RecordIsFull if a record cannot take another version; then nothing is written
     */
    void apply(Imports.Claim claim) throws Imports.ClaimLost, RecordIsFull;

    /** That a record has as many versions as it can hold. */
    final class RecordIsFull extends Exception {
        private static final long serialVersionUID = 1L;

        public RecordIsFull(RecordKey key) {
            super(key + " has as many versions as it can hold");
        }
    }
}
