package org.skypatch.registry.record;

import org.skypatch.contracts.access.AdministrationId;

/**
 * Requests that make a record without a natural key, by the key that the caller gave them: a repetition is known as one
 * for 30 days. Works within the caller's transaction.
 */
public interface Repetitions {

    /** Notes that this request makes this record, unless a request of the same key has made one already. */
    Claim claim(Request request, RecordKey record);

    /**
     * A request.
     *
     * @param by who calls; each has keys of its own
     * @param key as the caller gave it
     * @param fingerprint of what is asked for: equal if the contents are
     */
    record Request(AdministrationId by, String key, String fingerprint) {}

    /** What there was under a key. */
    sealed interface Claim {

        /** Nothing: the record is to be made. */
        record First() implements Claim {}

        /** The same request, which made this record. */
        record Repeated(String name) implements Claim {}

        /** A request for something else. */
        record Differs() implements Claim {}
    }
}
