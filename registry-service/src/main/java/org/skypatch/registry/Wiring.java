package org.skypatch.registry;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.registry.notification.Notifications;
import org.skypatch.registry.record.RecordJournal;
import org.skypatch.registry.record.RecordWriting;
import org.skypatch.registry.record.Records;
import org.skypatch.registry.record.Transactions;

/** The registry on one screen: which implementation the core works with, and by which clock. */
public class Wiring {

    /** Every record is written this one way, with its versions kept in PostgreSQL and dated by the business clock. */
    @Produces
    @Singleton
    RecordWriting recordWriting(RecordJournal journal, BusinessClock clock) {
        return new RecordWriting(journal, clock);
    }

    @Produces
    @Singleton
    Notifications notifications(Records records, Transactions transactions, BusinessClock clock) {
        return new Notifications(records, transactions, clock);
    }
}
