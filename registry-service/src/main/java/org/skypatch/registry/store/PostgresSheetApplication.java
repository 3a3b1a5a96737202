package org.skypatch.registry.store;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.registry.record.BulkWriting;
import org.skypatch.registry.record.RecordJournal;
import org.skypatch.registry.record.RecordKey;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.RecordTable;
import org.skypatch.registry.record.RecordTables;
import org.skypatch.registry.sheet.CheckedRow;
import org.skypatch.registry.sheet.ImportJob;
import org.skypatch.registry.sheet.ImportState;
import org.skypatch.registry.sheet.Imports;
import org.skypatch.registry.sheet.RowProblem;
import org.skypatch.registry.sheet.SheetApplication;
import org.skypatch.registry.sheet.SheetKind;

/** Applies imports in PostgreSQL: other writers of these records wait, all rows are written set-wise, then all commit. */
@ApplicationScoped
class PostgresSheetApplication implements SheetApplication {

    private static final int AT_ONCE = 1_000;
    private static final int LONGEST_SECONDS = 900;
    private static final RowProblem OVERTAKEN =
            new RowProblem("", "the record has changed since the dry run; send the sheet in again");

    private final PostgresImports imports;
    private final ImportRows rows;
    private final RecordJournal journal;
    private final RecordTables tables;
    private final BulkWriting writing;
    private final Clock clock;

    PostgresSheetApplication(
            PostgresImports imports,
            ImportRows rows,
            RecordJournal journal,
            RecordTables tables,
            BulkWriting writing,
            BusinessClock clock) {
        this.imports = imports;
        this.rows = rows;
        this.journal = journal;
        this.tables = tables;
        this.writing = writing;
        this.clock = clock;
    }

    @Override
    @Transactional(rollbackOn = Exception.class)
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public void apply(Imports.Claim claim) throws Imports.ClaimLost, RecordIsFull {
        ImportJob job = claim.job();
        for (SheetKind kind : SheetKind.values()) {
            journal.lockAll(kind.records(), job.party().value());
        }
        List<CheckedRow> overtaken = rows.overtaken(job.id(), Integer.MAX_VALUE);
        if (!overtaken.isEmpty()) {
            refuse(claim, overtaken, OVERTAKEN);
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int written = 0;
        for (SheetKind kind : SheetKind.values()) {
            written = write(claim, kind, now, written);
        }
        imports.end(claim, ImportState.APPLIED, null);
    }

    private int write(Imports.Claim claim, SheetKind kind, Instant now, int before)
            throws Imports.ClaimLost, RecordIsFull {
        int written = before;
        List<CheckedRow> next = rows.toWrite(claim.job().id(), kind, 0, AT_ONCE);
        while (!next.isEmpty()) {
            Optional<RecordKey> full = write(kind.records(), claim.job(), next, now);
            if (full.isPresent()) {
                throw new RecordIsFull(full.get());
            }
            written += next.size();
            ImportJob.Progress progress = claim.job().progress();
            imports.progress(claim, new ImportJob.Progress(progress.read(), progress.checked(), written));
            next = rows.toWrite(claim.job().id(), kind, next.getLast().line(), AT_ONCE);
        }
        return written;
    }

    private <F extends RegistryFact> Optional<RecordKey> write(
            RecordKind<F> kind, ImportJob job, List<CheckedRow> next, Instant now) {
        RecordTable<F> table = tables.of(kind);
        return writing.write(
                table,
                next.stream()
                        .map(row -> new BulkWriting.Wanted<>(
                                row.name(), row.revision(), kind.fact().cast(row.fact())))
                        .toList(),
                job.author(),
                "country sheet, import " + job.id() + (job.fileName() == null ? "" : ", " + job.fileName()),
                now);
    }

    private void refuse(Imports.Claim claim, List<CheckedRow> refused, RowProblem why) throws Imports.ClaimLost {
        Map<SheetKind, List<Integer>> lines = refused.stream()
                .collect(Collectors.groupingBy(
                        CheckedRow::kind, Collectors.mapping(CheckedRow::line, Collectors.toList())));
        lines.forEach((kind, ofKind) -> rows.refuse(claim.job().id(), kind, ofKind, why));
        imports.recount(claim);
        imports.end(claim, ImportState.REFUSED, refused.size() + " rows: " + why.reason());
    }
}
