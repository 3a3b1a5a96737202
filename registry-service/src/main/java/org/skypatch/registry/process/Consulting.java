package org.skypatch.registry.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.registry.ConsultationFact;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.registry.consultation.ConsultationDecisions;
import org.skypatch.registry.consultation.LicenceTerms;
import org.skypatch.registry.licence.LicenceDecisions;
import org.skypatch.registry.licence.Licences;
import org.skypatch.registry.record.Author;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Precondition;
import org.skypatch.registry.record.RecordKey;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;
import org.skypatch.registry.record.Refusal;
import org.skypatch.registry.record.Repetitions;
import org.skypatch.registry.record.Transactions;
import org.skypatch.registry.record.Written;

/** The moves of a consultation that touch more than itself: it is made once, put in another's place, or becomes a licence. */
public final class Consulting {

    private final Records records;
    private final Licences licences;
    private final Repetitions repetitions;
    private final Transactions transactions;
    private final Function<CommodityId, Set<Competence>> competences;
    private final ConsultationDecisions decisions;
    private final Clock clock;

    public Consulting(
            Records records,
            Licences licences,
            Repetitions repetitions,
            Transactions transactions,
            Function<CommodityId, Set<Competence>> competences,
            Clock clock) {
        this.records = records;
        this.licences = licences;
        this.repetitions = repetitions;
        this.transactions = transactions;
        this.competences = competences;
        this.decisions = new ConsultationDecisions(competences);
        this.clock = clock;
    }

    /** Who asks, as caller and as author, and by which request, so that a repetition makes nothing new. */
    public record Asking(Caller caller, Author author, Repetitions.@Nullable Request request) {}

    /** Makes a consultation; a repetition finds the one that it made. */
    public Written<ConsultationFact> request(Asking asking, ConsultationFact draft) {
        return transactions.run(() -> once(asking, draft).orElseGet(() -> make(asking, draft)));
    }

    /** Makes a consultation and puts it in the place of another of the same two Parties. */
    public Written<ConsultationFact> supersede(
            Asking asking, String old, Precondition precondition, ConsultationFact draft) {
        return transactions.run(() -> once(asking, draft).orElseGet(() -> {
            Written<ConsultationFact> replaced = records.write(
                    RecordKind.CONSULTATION,
                    old,
                    asking.author(),
                    precondition,
                    null,
                    present -> decisions.supersede(present, asking.caller(), draft.id()));
            return replaced instanceof Written.Refused<ConsultationFact> ? replaced : make(asking, draft);
        }));
    }

    /** Issues the licence that a consultation was about. */
    public Written<LicenceFact> issue(
            Asking asking, String consultation, Precondition precondition, LicenceTerms terms) {
        LicenceNumber number = terms.number();
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return transactions.run(() -> {
            Written<ConsultationFact> become = records.write(
                    RecordKind.CONSULTATION,
                    consultation,
                    asking.author(),
                    precondition,
                    null,
                    present -> decisions.becomeLicence(present, asking.caller(), number, today));
            return switch (become) {
                case Written.Created<ConsultationFact>(var record) -> issue(asking, record.fact(), terms, today);
                case Written.Changed<ConsultationFact>(var record) -> issue(asking, record.fact(), terms, today);
                case Written.Unchanged<ConsultationFact>(var record) -> issue(asking, record.fact(), terms, today);
                case Written.Refused<ConsultationFact>(Refusal refusal) -> new Written.Refused<>(refusal);
            };
        });
    }

    private Written<LicenceFact> issue(
            Asking asking, ConsultationFact consultation, LicenceTerms terms, LocalDate today) {
        return licences.write(
                terms.number(),
                asking.author(),
                new Precondition.None(),
                null,
                present -> present.isPresent()
                        ? new Decision.Refuse<>(new Refusal.FixedField("/number", "is the number of another licence"))
                        : switch (terms.applyTo(consultation, today)) {
                            case Decision.Refuse<LicenceFact> refused -> refused;
                            case Decision.Become<LicenceFact>(LicenceFact draft) ->
                                LicenceDecisions.put(present, draft, null, asking.caller(), competences);
                        });
    }

    private Optional<Written<ConsultationFact>> once(Asking asking, ConsultationFact draft) {
        Repetitions.Request request = asking.request();
        if (request == null) {
            return Optional.empty();
        }
        RecordKey key = new RecordKey(RecordKind.CONSULTATION, draft.id().toString());
        return switch (repetitions.claim(request, key)) {
            case Repetitions.Claim.First() -> Optional.empty();
            case Repetitions.Claim.Repeated(String name) ->
                records.find(RecordKind.CONSULTATION, name).map(Written.Unchanged::new);
            case Repetitions.Claim.Differs() -> Optional.of(new Written.Refused<>(new Refusal.OtherRequest()));
        };
    }

    private Written<ConsultationFact> make(Asking asking, ConsultationFact draft) {
        return records.write(
                RecordKind.CONSULTATION,
                draft.id().toString(),
                asking.author(),
                new Precondition.None(),
                null,
                present -> decisions.request(present, draft, asking.caller()));
    }
}
