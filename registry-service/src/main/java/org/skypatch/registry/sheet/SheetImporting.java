package org.skypatch.registry.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.skypatch.registry.record.RecordTables;

/** Works on imports: the dry run of each, and its application. Any number of instances may do so at the same time. */
public final class SheetImporting {

    private final Imports imports;
    private final SheetFiles files;
    private final RowReading reading;
    private final RecordTables tables;
    private final SheetApplication application;

    public SheetImporting(
            Imports imports, SheetFiles files, RowReading reading, RecordTables tables, SheetApplication application) {
        this.imports = imports;
        this.files = files;
        this.reading = reading;
        this.tables = tables;
        this.application = application;
    }

    /**
     * Takes the next import one step further.
     *
     * @return false if there is nothing to do
     * @throws IOException if a file cannot be kept while it is read; the import is tried again later
     */
    public boolean work() throws IOException {
        Optional<Imports.Claim> claimed = imports.claim();
        if (claimed.isEmpty()) {
            return false;
        }
        Imports.Claim claim = claimed.get();
        try {
            switch (claim.job().state()) {
                case CHECKING -> check(claim);
                case APPLYING -> apply(claim);
                case RECEIVED, CHECKED, FAILED, APPLIED, REFUSED ->
                    throw new IllegalStateException("nothing is to be done about an import that is "
                            + claim.job().state().label());
            }
        } catch (Imports.ClaimLost overtaken) {
            // another worker has it now
        } catch (IOException | RuntimeException e) {
            imports.release(claim);
            throw e;
        }
        return true;
    }

    private void apply(Imports.Claim claim) throws Imports.ClaimLost {
        try {
            application.apply(claim);
        } catch (SheetApplication.RecordIsFull e) {
            imports.fail(claim, e.getMessage());
        }
    }

    private void check(Imports.Claim claim) throws IOException, Imports.ClaimLost {
        ImportJob job = claim.job();
        try (InputStream content = imports.content(job.id());
                SheetFiles.Opened file = files.open(content, job.format(), job.kind())) {
            imports.begin(claim, file.rows());
            DryRun run = new DryRun(imports, tables, claim, reading.of(job.sender()), file.rows());
            file.read(run::take);
            run.finish();
            imports.checked(claim);
        } catch (UnreadableSheet e) {
            imports.fail(claim, e.getMessage());
        }
    }
}
