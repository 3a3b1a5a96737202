package org.skypatch.registry.record;

import java.util.List;
import java.util.Set;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.trade.CountryCode;

/** Why a record was not written. */
public sealed interface Refusal {

    /** There is no such record. */
    record Missing() implements Refusal {}

    /** Somebody else has changed the record since the writer read it. */
    record Outdated() implements Refusal {}

    /**
     * The record's state does not allow this.
     *
     * @param present the state it is in
     * @param allowed the moves that this state allows
     */
    record NotFromThisState(String present, List<String> allowed) implements Refusal {
        public NotFromThisState {
            allowed = List.copyOf(allowed);
        }
    }

    /** The record belongs to another competence of the same Party: one of these. */
    record OtherCompetence(Set<Competence> needed) implements Refusal {
        public OtherCompetence {
            needed = Set.copyOf(needed);
        }
    }

    /** Only an authority of this other Party may do this. */
    record OtherParty(CountryCode party) implements Refusal {}

    /** A field that others rest on cannot be changed this way. */
    record FixedField(String pointer, String detail) implements Refusal {}

    /** Another State, or another administration, does this. */
    record NotYours(String whose) implements Refusal {}

    /** More than was consented to; says what is left. */
    record Beyond(String left) implements Refusal {}

    /** The caller's key has been used for another request. */
    record OtherRequest() implements Refusal {}

    /** All versions together would no longer fit into one message. */
    record Full() implements Refusal {}
}
