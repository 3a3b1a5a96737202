package org.skypatch.tracking.process;

import java.time.Instant;
import org.skypatch.contracts.access.AdministrationId;

/** Who asked for an assessment, when, of what; nothing is ever taken from it. */
public interface AssessmentLog {

    /**
     * One question.
     *
     * @param askedBy the administration
     * @param person as the token names whoever asked
     * @param question the consignment as it was described, JSON
     * @param outcome what it came to: {@code answered}, or the slug of the refusal
     */
    record Entry(Instant askedAt, AdministrationId askedBy, String person, byte[] question, String outcome) {}

    /**
     * Keeps the question.
     *
     * @throws Transactions.DatabaseUnavailable if it could not be kept: then there is no answer either
     */
    void keep(Entry entry);
}
