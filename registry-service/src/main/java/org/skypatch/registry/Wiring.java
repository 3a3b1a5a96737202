package org.skypatch.registry;

import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.registry.record.BulkWriting;
import org.skypatch.registry.record.RecordJournal;
import org.skypatch.registry.record.RecordTable;
import org.skypatch.registry.record.RecordTables;
import org.skypatch.registry.record.RecordWriting;
import org.skypatch.registry.sheet.Imports;
import org.skypatch.registry.sheet.RowReading;
import org.skypatch.registry.sheet.SheetApplication;
import org.skypatch.registry.sheet.SheetFiles;
import org.skypatch.registry.sheet.SheetImporting;

/** The registry on one screen: which implementation the core works with, and by which clock. */
public class Wiring {

    /** Every record is written this one way, with its versions kept in PostgreSQL and dated by the business clock. */
    @Produces
    @Singleton
    RecordWriting recordWriting(RecordJournal journal, BusinessClock clock) {
        return new RecordWriting(journal, clock);
    }

    /** Very many records are written by the same rules, set-wise. */
    @Produces
    @Singleton
    BulkWriting bulkWriting(RecordJournal journal) {
        return new BulkWriting(journal);
    }

    @Produces
    @Singleton
    RecordTables recordTables(@All List<RecordTable<?>> tables) {
        return new RecordTables(tables);
    }

    /** Country sheets: kept in PostgreSQL, read as CSV and XLSX, checked by the forms of the calls. */
    @Produces
    @Singleton
    SheetImporting sheetImporting(
            Imports imports, SheetFiles files, RowReading reading, RecordTables tables, SheetApplication application) {
        return new SheetImporting(imports, files, reading, tables, application);
    }
}
