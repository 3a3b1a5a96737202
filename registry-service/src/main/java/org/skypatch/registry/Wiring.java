package org.skypatch.registry;

import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.registry.ConsultationFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.registry.authority.Competences;
import org.skypatch.registry.authority.Unions;
import org.skypatch.registry.balance.Balances;
import org.skypatch.registry.catalogue.Catalogue;
import org.skypatch.registry.clock.Clocked;
import org.skypatch.registry.clock.Limits;
import org.skypatch.registry.consultation.ConsultationClocks;
import org.skypatch.registry.licence.CheckLog;
import org.skypatch.registry.licence.LicenceChecks;
import org.skypatch.registry.licence.LicenceClock;
import org.skypatch.registry.licence.Licences;
import org.skypatch.registry.notification.AnnouncementTiming;
import org.skypatch.registry.notification.NotificationClocks;
import org.skypatch.registry.notification.Notifications;
import org.skypatch.registry.notification.ShipmentClocks;
import org.skypatch.registry.process.Consulting;
import org.skypatch.registry.record.BulkWriting;
import org.skypatch.registry.record.RecordJournal;
import org.skypatch.registry.record.RecordTable;
import org.skypatch.registry.record.RecordTables;
import org.skypatch.registry.record.RecordWriting;
import org.skypatch.registry.record.Records;
import org.skypatch.registry.record.Repetitions;
import org.skypatch.registry.record.Revised;
import org.skypatch.registry.record.Transactions;
import org.skypatch.registry.rotterdam.ExportNotificationClocks;
import org.skypatch.registry.sheet.Imports;
import org.skypatch.registry.sheet.RowReading;
import org.skypatch.registry.sheet.SheetApplication;
import org.skypatch.registry.sheet.SheetFiles;
import org.skypatch.registry.sheet.SheetImporting;
import org.skypatch.registry.stockholm.CertificationClocks;

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

    /** How long the two Parties of a consultation may be silent, and what comes of it. */
    @Produces
    @Singleton
    Clocked<ConsultationFact> consultationClocks(Catalogue catalogue) {
        return new ConsultationClocks(competences(catalogue));
    }

    /** Licences expire by themselves. */
    @Produces
    @Singleton
    LicenceClock licenceClock() {
        return new LicenceClock();
    }

    /** Papers are checked against the licences, with the balances as they were told, and every question is kept. */
    @Produces
    @Singleton
    LicenceChecks licenceChecks(
            Licences licences, Balances balances, CheckLog log, Unions unions, Catalogue catalogue) {
        return new LicenceChecks(licences, balances, log, unions, commodity -> catalogue
                .find(commodity)
                .map(Revised::fact));
    }

    /** Consultations that touch more than themselves: made once, superseded, become licences. */
    @Produces
    @Singleton
    Consulting consulting(
            Records records,
            Licences licences,
            Repetitions repetitions,
            Transactions transactions,
            Catalogue catalogue,
            BusinessClock clock) {
        return new Consulting(records, licences, repetitions, transactions, competences(catalogue), clock);
    }

    private static Function<CommodityId, Set<Competence>> competences(Catalogue catalogue) {
        return commodity -> catalogue
                .find(commodity)
                .map(Revised::fact)
                .map(Competences::of)
                .orElseGet(Set::of);
    }

    /** The clocks of export notifications (Rotterdam Convention). */
    @Produces
    @Singleton
    ExportNotificationClocks exportNotificationClocks() {
        return new ExportNotificationClocks();
    }

    /** The clocks of certifications (Stockholm Convention). */
    @Produces
    @Singleton
    CertificationClocks certificationClocks() {
        return new CertificationClocks();
    }

    @Produces
    @Singleton
    Notifications notifications(
            Records records, Transactions transactions, Limits limits, Unions unions, BusinessClock clock) {
        return new Notifications(records, transactions, new AnnouncementTiming(limits, unions), clock);
    }

    @Produces
    @Singleton
    NotificationClocks notificationClocks(Unions unions) {
        return new NotificationClocks(unions);
    }

    @Produces
    @Singleton
    ShipmentClocks shipmentClocks(Unions unions) {
        return new ShipmentClocks(unions);
    }
}
