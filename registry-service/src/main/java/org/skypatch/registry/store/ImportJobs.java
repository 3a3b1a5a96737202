package org.skypatch.registry.store;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.access.Role;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.sheet.ImportJob;
import org.skypatch.registry.sheet.ImportState;
import org.skypatch.registry.sheet.SheetFormat;
import org.skypatch.registry.sheet.SheetKind;

/** Rows of the table {@code sheet_import}. */
final class ImportJobs {

    private ImportJobs() {}

    static Optional<ImportJob> only(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(read(row)) : Optional.empty();
        }
    }

    static ImportJob read(ResultSet row) throws SQLException {
        CountryCode party = CountryCode.of(row.getString("party"));
        String kind = row.getString("kind");
        return new ImportJob(
                row.getObject("id", UUID.class),
                party,
                new Caller(
                        AdministrationId.of(row.getString("administration")),
                        party,
                        null,
                        values(row.getArray("roles"), Role::of),
                        values(row.getArray("competences"), Competence::of)),
                row.getString("person"),
                row.getString("file_name"),
                SheetFormat.parse(row.getString("format")).orElseThrow(),
                kind == null ? null : SheetKind.of(kind),
                ImportState.of(row.getString("state")),
                row.getString("reason"),
                new ImportJob.Progress(row.getInt("rows_read"), row.getInt("rows_checked"), row.getInt("rows_applied")),
                new ImportJob.Counts(
                        row.getInt("inserts"), row.getInt("edits"), row.getInt("skips"), row.getInt("errors")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("finished_at", OffsetDateTime.class)));
    }

    private static <T> Set<T> values(Array labels, Function<String, T> parse) throws SQLException {
        return Arrays.stream((String[]) labels.getArray()).map(parse).collect(Collectors.toSet());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
