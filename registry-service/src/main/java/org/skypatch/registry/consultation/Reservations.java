package org.skypatch.registry.consultation;

import java.time.LocalDate;
import org.skypatch.contracts.registry.ConsultationFact;
import org.skypatch.contracts.registry.ConsultationState;

/**
 * What a consultation keeps free for its importer: what was confirmed, while the answer is valid and until it becomes a
 * licence, which then draws. Silence is never consent, so nothing unanswered reserves.
 */
public final class Reservations {

    private Reservations() {}

    /** Whether it was confirmed, with or without conditions. */
    public static boolean isConfirmed(ConsultationFact consultation) {
        return consultation.state() == ConsultationState.CONFIRMED
                || consultation.state() == ConsultationState.WITH_CONDITIONS;
    }

    /** Whether the answer holds on a day. */
    public static boolean isValid(ConsultationFact consultation, LocalDate today) {
        return consultation.validUntil() == null || !today.isAfter(consultation.validUntil());
    }

    /** Whether it reserves on a day. */
    public static boolean reserves(ConsultationFact consultation, LocalDate today) {
        return isConfirmed(consultation) && consultation.licence() == null && isValid(consultation, today);
    }
}
