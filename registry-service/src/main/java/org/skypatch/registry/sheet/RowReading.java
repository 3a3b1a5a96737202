package org.skypatch.registry.sheet;

import org.skypatch.contracts.access.Caller;

/** The forms by which calls write records, for rows. */
public interface RowReading {

    /** A reader of the rows that this caller sends in; for one run over a file. */
    RowReader of(Caller caller);

    /** Reads rows. */
    interface RowReader {

        /** The row as a record. */
        Draft read(SheetRow row);
    }
}
