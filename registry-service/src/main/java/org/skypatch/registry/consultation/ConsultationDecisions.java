package org.skypatch.registry.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.registry.ConsultationFact;
import org.skypatch.contracts.registry.ConsultationState;
import org.skypatch.contracts.registry.Exchange;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.registry.authority.Competences;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Refusal;

/** What a caller may make of a consultation: by its side, its competence, the state table, and its words. */
public final class ConsultationDecisions {

    private final Function<CommodityId, Set<Competence>> competences;

    /** @param competences the competences of which each alone may decide about a commodity */
    public ConsultationDecisions(Function<CommodityId, Set<Competence>> competences) {
        this.competences = competences;
    }

    /**
     * What the Party that was asked confirms.
     *
     * @param massKg less than asked is a condition; the whole if none
     * @param validUntil last day; the last of the planned year if none
     */
    public record Confirmation(
            List<String> conditions,
            @Nullable Mass massKg,
            @Nullable LocalDate validUntil) {
        public Confirmation {
            conditions = List.copyOf(conditions);
        }
    }

    /** Asks: a new consultation, by an authority of the Party that it names as asking. */
    public Decision<ConsultationFact> request(
            Optional<ConsultationFact> present, ConsultationFact draft, Caller caller) {
        if (present.isPresent()) {
            return refuse(new Refusal.NotFromThisState(present.get().state().label(), List.of()));
        }
        return beyond(draft, caller).orElseGet(() -> new Decision.Become<>(draft));
    }

    /** The Party that is asked wants to know more; its answering clock stops. */
    public Decision<ConsultationFact> ask(
            Optional<ConsultationFact> present, Caller caller, String words, Instant now) {
        return move(
                present,
                ConsultationMove.ASK,
                caller,
                consultation -> consultation.saying(new Exchange(now, caller.administration(), "asked", words)));
    }

    /** The Party that asks says more; the answering clock starts anew. */
    public Decision<ConsultationFact> reply(
            Optional<ConsultationFact> present, Caller caller, String words, Instant now) {
        return move(
                present,
                ConsultationMove.REPLY,
                caller,
                consultation -> consultation.saying(new Exchange(now, caller.administration(), "replied", words)));
    }

    /** Nothing is against it, or nothing under these conditions; reserves what it confirms. */
    public Decision<ConsultationFact> confirm(
            Optional<ConsultationFact> present, Caller caller, Confirmation confirmation, Instant now) {
        Mass asked = present.map(ConsultationFact::massKg).orElse(Mass.ZERO);
        Mass confirmed = confirmation.massKg() == null ? asked : confirmation.massKg();
        boolean underConditions = !confirmation.conditions().isEmpty() || confirmed.isLessThan(asked);
        Decision<ConsultationFact> decision = move(
                present,
                underConditions ? ConsultationMove.CONFIRM_UNDER_CONDITIONS : ConsultationMove.CONFIRM,
                caller,
                consultation -> consultation
                        .answered(now, caller.administration())
                        .confirming(
                                confirmed,
                                confirmation.conditions(),
                                confirmation.validUntil() == null
                                        ? lastDayOfItsYear(consultation)
                                        : confirmation.validUntil()));
        return decision instanceof Decision.Become<ConsultationFact>(ConsultationFact fact)
                ? possible(fact)
                        .<Decision<ConsultationFact>>map(ConsultationDecisions::refuse)
                        .orElse(decision)
                : decision;
    }

    /** The Party that is asked advises against it. */
    public Decision<ConsultationFact> notSupport(
            Optional<ConsultationFact> present, Caller caller, String reason, Instant now) {
        return move(present, ConsultationMove.NOT_SUPPORT, caller, consultation -> consultation
                .answered(now, caller.administration())
                .because(reason));
    }

    /** The Party that asks no longer wants to know. */
    public Decision<ConsultationFact> withdraw(
            Optional<ConsultationFact> present, Caller caller, @Nullable String reason) {
        return move(present, ConsultationMove.WITHDRAW, caller, consultation -> consultation.because(reason));
    }

    /** The Party that asks puts another consultation in its place. */
    public Decision<ConsultationFact> supersede(Optional<ConsultationFact> present, Caller caller, UUID by) {
        return move(present, ConsultationMove.SUPERSEDE, caller, consultation -> consultation.replacedBy(by));
    }

    /** It becomes a licence, once, while what was confirmed is valid; from then on the licence draws and this reserves nothing. */
    public Decision<ConsultationFact> becomeLicence(
            Optional<ConsultationFact> present, Caller caller, LicenceNumber licence, LocalDate today) {
        if (present.isEmpty() || Side.of(caller, present.get()).isEmpty()) {
            return refuse(new Refusal.Missing());
        }
        ConsultationFact consultation = present.get();
        Optional<Decision<ConsultationFact>> refused = beyond(consultation, caller);
        if (refused.isPresent()) {
            return refused.get();
        }
        String state = consultation.state().label();
        if (consultation.licence() != null) {
            return refuse(new Refusal.NotFromThisState(state + " and has become a licence", List.of()));
        }
        if (!Reservations.isConfirmed(consultation)) {
            return refuse(new Refusal.NotFromThisState(state, allowed(consultation, caller)));
        }
        if (!Reservations.isValid(consultation, today)) {
            return refuse(new Refusal.NotFromThisState(state + " and no longer valid", List.of()));
        }
        return new Decision.Become<>(consultation.become(licence.toString()));
    }

    /** The moves that a caller may make now. */
    public List<String> allowed(ConsultationFact consultation, Caller caller) {
        if (beyond(consultation, caller).isPresent()) {
            return List.of();
        }
        return Side.of(caller, consultation)
                .map(side -> ConsultationMove.allowedIn(consultation.state(), side))
                .orElseGet(List::of);
    }

    private Decision<ConsultationFact> move(
            Optional<ConsultationFact> present,
            ConsultationMove move,
            Caller caller,
            UnaryOperator<ConsultationFact> said) {
        Optional<Side> side = present.flatMap(consultation -> Side.of(caller, consultation));
        if (present.isEmpty() || side.isEmpty()) {
            return refuse(new Refusal.Missing());
        }
        ConsultationFact consultation = present.get();
        if (side.get() != move.side()) {
            return refuse(new Refusal.OtherParty(
                    move.side() == Side.ASKED ? consultation.counterpart() : consultation.requestedBy()));
        }
        Optional<Decision<ConsultationFact>> refused = beyond(consultation, caller);
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<ConsultationState> next = move.from(consultation.state());
        return next.<Decision<ConsultationFact>>map(
                        state -> new Decision.Become<>(said.apply(consultation).in(state)))
                .orElseGet(() -> refuse(new Refusal.NotFromThisState(
                        consultation.state().label(), ConsultationMove.allowedIn(consultation.state(), side.get()))));
    }

    private Optional<Decision<ConsultationFact>> beyond(ConsultationFact consultation, Caller caller) {
        Set<Competence> needed = deciding(consultation.commodity());
        return Competences.suffice(caller, needed)
                ? Optional.empty()
                : Optional.of(refuse(new Refusal.OtherCompetence(needed)));
    }

    /** The competences of which each alone may decide; ozone for what no treaty controls. */
    Set<Competence> deciding(CommodityId commodity) {
        Set<Competence> needed = competences.apply(commodity);
        return needed.isEmpty() ? Set.of(Competence.OZONE) : needed;
    }

    private static Optional<Refusal> possible(ConsultationFact consultation) {
        Mass confirmed = consultation.grantedMassKg();
        LocalDate until = consultation.validUntil();
        if (confirmed.isMoreThan(consultation.massKg()) || confirmed.equals(Mass.ZERO)) {
            return Optional.of(new Refusal.FixedField(
                    "/massKg", "must be more than 0 and at most the " + consultation.massKg() + " kg asked for"));
        }
        if (until != null && until.isBefore(consultation.plannedOn())) {
            return Optional.of(new Refusal.FixedField(
                    "/validUntil", "must not be before the planned day, " + consultation.plannedOn()));
        }
        return Optional.empty();
    }

    private static LocalDate lastDayOfItsYear(ConsultationFact consultation) {
        return LocalDate.of(consultation.plannedOn().getYear(), 12, 31);
    }

    private static Decision<ConsultationFact> refuse(Refusal refusal) {
        return new Decision.Refuse<>(refusal);
    }
}
