package org.skypatch.registry.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.trade.CountryCode;

/** All imports of country sheets: what was sent in, what became of each row, and who works on it. */
public interface Imports {

    /**
     * A file as it is sent in.
     *
     * @param content read to its end
     */
    record Sent(
            CountryCode party,
            Caller sender,
            @Nullable String person,
            @Nullable String fileName,
            SheetFormat format,
            @Nullable SheetKind kind,
            InputStream content) {}

    /** Keeps a file to be checked. */
    ImportJob receive(Sent sent) throws IOException;

    /** An import of this Party. */
    Optional<ImportJob> find(CountryCode party, UUID id);

    /** The imports of a Party, the newest first, from before one on. */
    List<ImportJob> list(CountryCode party, @Nullable UUID before, int limit);

    /** The rows of an import, wrong ones first, then by sheet and line. */
    List<CheckedRow> rows(UUID id, RowQuestion question);

    /**
     * Which rows are asked for.
     *
     * @param outcome of this outcome only
     * @param after the last row seen
     */
    record RowQuestion(
            @Nullable RowOutcome outcome, @Nullable Place after, int limit) {}

    /** Where a row stands in the order of {@link #rows}. */
    record Place(boolean isWrong, SheetKind kind, int line) {
        public static Place of(CheckedRow row) {
            return new Place(row.outcome() == RowOutcome.ERROR, row.kind(), row.line());
        }
    }

    /**
     * The rows whose records do not stand as they did at the dry run, up to a limit.
     */
    List<CheckedRow> overtaken(ImportJob job, int limit);

    /** Has a checked import applied; false if it is not checked any more. */
    boolean apply(UUID id);

    /** Takes up the oldest import that waits for work or whose worker has gone silent; nobody else gets it meanwhile. */
    Optional<Claim> claim();

    /** An import in one worker's hands. */
    record Claim(ImportJob job, UUID worker) {}

    /** The file of an import. */
    InputStream content(UUID id);

    /** Begins the dry run anew. */
    void begin(Claim claim, int rows) throws ClaimLost;

    /** Keeps what became of some rows, and how far the dry run is. */
    void keep(Claim claim, List<CheckedRow> rows, ImportJob.Progress progress, ImportJob.Counts counts)
            throws ClaimLost;

    /** Says how far the work is, and that it goes on. */
    void progress(Claim claim, ImportJob.Progress progress) throws ClaimLost;

    /** Ends the dry run. */
    void checked(Claim claim) throws ClaimLost;

    /** Gives the import up for this reason. */
    void fail(Claim claim, String reason) throws ClaimLost;

    /** Lets another worker try later. */
    void release(Claim claim);

    /** Forgets imports that ended before an instant, or were checked and left; how many. */
    int forgetEndedBefore(Instant instant);

    /** That another worker has taken the import up. */
    final class ClaimLost extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
