package org.skypatch.registry.consultation;

import java.util.Optional;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.registry.ConsultationFact;

/** Who makes a move of a consultation. */
public enum Side {
    /** The Party that asks. */
    ASKING,
    /** The Party that is asked. */
    ASKED,
    /** Nobody: time has run out. */
    CLOCK;

    /** The side that a caller is on; none if its country is neither of the two. */
    public static Optional<Side> of(Caller caller, ConsultationFact consultation) {
        return caller.actsFor()
                .flatMap(country -> country.equals(consultation.requestedBy())
                        ? Optional.of(ASKING)
                        : country.equals(consultation.counterpart()) ? Optional.of(ASKED) : Optional.empty());
    }
}
