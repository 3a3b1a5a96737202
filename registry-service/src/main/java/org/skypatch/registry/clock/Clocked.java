package org.skypatch.registry.clock;

import java.time.Instant;
import java.util.List;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.RecordKind;

/**
 * A kind of record on which clocks run. Pure: what runs follows from what the record says and from the limits in force.
 * A bean that implements it is all that a kind needs; kinds with a table of their own also implement {@link KeptApart}.
 */
public interface Clocked<F extends RegistryFact> {

    RecordKind<F> kind();

    /**
     * The clocks that run on a record that says this, each name once. Set anew whenever the record is written, and when a
     * limit or a calendar has changed; nothing else makes them. A clock that has fired may be in the list again: with the
     * same start it stays fired, unless the record has been written so that it is due later than now.
     */
    List<RunningClock> clocks(String name, F fact, Limits limits);

    /**
     * What the record becomes when this clock has run out; the same fact if nothing. Not asked about reminders
     * ({@link RunningClock#reminder}): they only tell people.
     */
    Decision<F> fired(F fact, RunningClock clock, Instant now);
}
