package org.skypatch.registry.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files of sheets, read and written row by row, however long they are. */
public interface SheetFiles {

    /**
     * Opens a file for reading.
     *
     * @param kind which sheet it holds; if none, its sheets' names or headers tell
     * @throws UnreadableSheet if it is no such file, too large, or made to do harm
     */
    Opened open(InputStream content, SheetFormat format, @Nullable SheetKind kind) throws IOException, UnreadableSheet;

    /** Begins a file with the header of a sheet. */
    Sink write(OutputStream out, SheetFormat format, SheetKind kind) throws IOException;

    /** A file that is read. */
    interface Opened extends AutoCloseable {

        /** How many rows it has, headers left out. */
        int rows();

        /** Gives every row in order, sheet by sheet; rows in which nothing stands are left out. */
        void read(RowSink rows) throws IOException, UnreadableSheet, Imports.ClaimLost;

        @Override
        void close() throws IOException;
    }

    /** Takes rows. */
    @FunctionalInterface
    interface RowSink {
        void take(SheetRow row) throws Imports.ClaimLost;
    }

    /** A file that is written. */
    interface Sink extends AutoCloseable {

        /** Writes the cells of a row in the order of the columns, guarded against being taken for formulas. */
        void row(List<String> cells) throws IOException;

        @Override
        void close() throws IOException;
    }
}
