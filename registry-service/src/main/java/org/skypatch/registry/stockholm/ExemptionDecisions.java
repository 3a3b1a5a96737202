package org.skypatch.registry.stockholm;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.registry.ExemptionFact;
import org.skypatch.registry.authority.Competences;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Refusal;

/**
 * What may become of a specific exemption or acceptable purpose (Stockholm Convention, Articles 3 and 4): registered, it is
 * extended or withdrawn by moving its last day; once it has ended nothing moves it, and a new one needs a new entry.
 */
public final class ExemptionDecisions {

    private static final Set<Competence> POP = Set.of(Competence.POP);

    private ExemptionDecisions() {}

    /** Where an exemption stands on a day. */
    public enum State {
        ANNOUNCED,
        REGISTERED,
        ENDED;

        /** The states that an exemption of this state may come to by being put anew. */
        public Set<State> next() {
            return switch (this) {
                case ANNOUNCED, REGISTERED -> Set.of(ANNOUNCED, REGISTERED, ENDED);
                case ENDED -> Set.of(ENDED);
            };
        }

        /** Where it stands. */
        public static State of(ExemptionFact exemption, LocalDate on) {
            LocalDate until = exemption.until();
            if (until != null && until.isBefore(on)) {
                return ENDED;
            }
            return exemption.from().isAfter(on) ? ANNOUNCED : REGISTERED;
        }
    }

    /** Registers an exemption, or moves its end. */
    public static Decision<ExemptionFact> put(
            Optional<ExemptionFact> present, ExemptionFact put, Caller caller, LocalDate today) {
        if (!Competences.suffice(caller, POP)) {
            return new Decision.Refuse<>(new Refusal.OtherCompetence(POP));
        }
        if (present.isEmpty()) {
            return new Decision.Become<>(put);
        }
        ExemptionFact known = present.get();
        if (State.of(known, today) == State.ENDED && !known.equals(put)) {
            return new Decision.Refuse<>(new Refusal.NotFromThisState("ended", List.of()));
        }
        if (!known.commodity().equals(put.commodity())) {
            return new Decision.Refuse<>(
                    new Refusal.FixedField("/commodity", "is " + known.commodity() + "; another needs another entry"));
        }
        if (!known.kind().equals(put.kind())) {
            return new Decision.Refuse<>(
                    new Refusal.FixedField("/kind", "is " + known.kind() + "; another needs another entry"));
        }
        return new Decision.Become<>(put);
    }
}
