package org.skypatch.registry.sheet;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.record.Author;

/**
 * An import of country sheets. It belongs to its Party.
 *
 * @param sender the caller as it was when the file was sent in; what it may write is decided by this
 * @param kind which sheet the file holds; none if the file tells
 * @param reason why it failed or was refused
 */
public record ImportJob(
        UUID id,
        CountryCode party,
        Caller sender,
        @Nullable String person,
        @Nullable String fileName,
        SheetFormat format,
        @Nullable SheetKind kind,
        ImportState state,
        @Nullable String reason,
        Progress progress,
        Counts counts,
        Instant receivedAt,
        @Nullable Instant finishedAt) {

    /** How many rows the file has, how many of them are checked, and how many written. */
    public record Progress(int read, int checked, int applied) {}

    /** How many rows have which outcome. */
    public record Counts(int insert, int edit, int skip, int error) {

        public static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts plus(RowOutcome outcome) {
            return switch (outcome) {
                case INSERT -> new Counts(insert + 1, edit, skip, error);
                case EDIT -> new Counts(insert, edit + 1, skip, error);
                case SKIP -> new Counts(insert, edit, skip + 1, error);
                case ERROR -> new Counts(insert, edit, skip, error + 1);
            };
        }
    }

    /** Who writes what it applies. */
    public Author author() {
        return new Author(sender.administration(), person);
    }
}
