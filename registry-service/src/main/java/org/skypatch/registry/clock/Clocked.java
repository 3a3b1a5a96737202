package org.skypatch.registry.clock;

import java.time.Instant;
import java.util.List;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.RecordKind;

/** A kind of record on which clocks run. Pure: what runs follows from what the record says and from the limits in force. */
public interface Clocked<F extends RegistryFact> {

    RecordKind<F> kind();

    /**
     * The clocks that run on a record that says this. Set anew whenever the record is written; nothing else makes them.
     * A clock that has fired must not be in the list again: what it did has to stand in the fact.
     */
    List<RunningClock> clocks(String name, F fact, Limits limits);

    /** What the record becomes when this clock has run out. */
    Decision<F> fired(F fact, RunningClock clock, Instant now);
}
