package org.skypatch.registry;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.function.Function;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.registry.ConsultationFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.registry.authority.Competences;
import org.skypatch.registry.catalogue.Catalogue;
import org.skypatch.registry.clock.Clocked;
import org.skypatch.registry.consultation.ConsultationClocks;
import org.skypatch.registry.licence.Licences;
import org.skypatch.registry.process.Consulting;
import org.skypatch.registry.record.RecordJournal;
import org.skypatch.registry.record.RecordWriting;
import org.skypatch.registry.record.Records;
import org.skypatch.registry.record.Repetitions;
import org.skypatch.registry.record.Revised;
import org.skypatch.registry.record.Transactions;

/** The registry on one screen: which implementation the core works with, and by which clock. */
public class Wiring {

    /** Every record is written this one way, with its versions kept in PostgreSQL and dated by the business clock. */
    @Produces
    @Singleton
    RecordWriting recordWriting(RecordJournal journal, BusinessClock clock) {
        return new RecordWriting(journal, clock);
    }

    /** How long the two Parties of a consultation may be silent, and what comes of it. */
    @Produces
    @Singleton
    Clocked<ConsultationFact> consultationClocks(Catalogue catalogue) {
        return new ConsultationClocks(competences(catalogue));
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
}
