package org.skypatch.registry.stockholm;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.registry.CertificationFact;
import org.skypatch.registry.authority.Competences;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Refusal;

/**
 * What becomes of a non-Party's yearly certification (Stockholm Convention, Article 3(2)(b)(iii)): certified, then sent on
 * to the Secretariat by the exporting Party, once.
 */
public final class CertificationDecisions {

    private static final Set<Competence> POP = Set.of(Competence.POP);

    private CertificationDecisions() {}

    /** The states; certified → transmitted is the only move. */
    public enum State {
        CERTIFIED("certified"),
        TRANSMITTED("transmitted");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public static State of(CertificationFact certification) {
            return certification.transmittedOn() == null ? CERTIFIED : TRANSMITTED;
        }
    }

    /** What a certification is called: one for each pair of States, chemical and calendar year. */
    public static String nameOf(CertificationFact certification) {
        return certification.exportCountry() + "-" + certification.importCountry() + "-" + certification.commodity()
                + "-" + certification.year();
    }

    /** Certifies, or is recorded as received by the exporting Party: once a year. */
    public static Decision<CertificationFact> certify(
            Optional<CertificationFact> present, CertificationFact certification, Caller caller) {
        if (!Competences.suffice(caller, POP)) {
            return new Decision.Refuse<>(new Refusal.OtherCompetence(POP));
        }
        return present.<Decision<CertificationFact>>map(known -> new Decision.Refuse<>(new Refusal.NotFromThisState(
                        State.of(known).label(), State.of(known) == State.CERTIFIED ? List.of("transmit") : List.of())))
                .orElseGet(() -> new Decision.Become<>(certification));
    }

    /** The exporting Party sends it on to the Secretariat. */
    public static Decision<CertificationFact> transmit(
            Optional<CertificationFact> present, Caller caller, LocalDate today) {
        if (present.isEmpty()
                || caller.actsFor().filter(present.get().concerns()::contains).isEmpty()) {
            return new Decision.Refuse<>(new Refusal.Missing());
        }
        if (!Competences.suffice(caller, POP)) {
            return new Decision.Refuse<>(new Refusal.OtherCompetence(POP));
        }
        CertificationFact known = present.get();
        boolean exporting =
                caller.actsFor().filter(known.exportCountry()::equals).isPresent();
        if (!exporting || State.of(known) == State.TRANSMITTED) {
            return new Decision.Refuse<>(
                    new Refusal.NotFromThisState(State.of(known).label(), List.of()));
        }
        return new Decision.Become<>(new CertificationFact(
                known.id(),
                known.exportCountry(),
                known.importCountry(),
                known.commodity(),
                known.year(),
                known.intendedUse(),
                known.on(),
                today,
                known.document()));
    }
}
