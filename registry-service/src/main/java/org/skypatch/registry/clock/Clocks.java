package org.skypatch.registry.clock;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;

/** All clocks that run, on records of every kind. Every method is a transaction of its own. */
public interface Clocks {

    /** Clocks that are due, or of which people are to be reminded, the longest due first. */
    List<Due> due(Instant now, int most);

    /**
     * Fires a clock: decides what the record becomes, writes that, sets the record's clocks anew and tells people; all of
     * it or nothing.
     *
     * @return false if it is not due any more, if another clock of its task must fire before it, or if another instance or a writer holds the record just now
     */
    boolean fire(Due clock, Instant now);

    /** Leaves a clock that could not be fired for later, so that it does not hold up others. */
    void putOff(Due clock);

    /** Moves the clocks that a change of a limit or of a calendar concerns; false if there was no such change. */
    boolean move(Instant now);

    /** The clocks on which somebody of the caller's administration must act, by due instant. */
    List<Listed> list(Question question);

    /** A clock by the record it runs on. */
    record Due(String kind, String record, String name) {}

    /**
     * What is asked for.
     *
     * @param reader who asks: only tasks of its administration, or of its country within its competences, on records that
     *     its country may read
     * @param overdue only those that are overdue, or are not; both if none
     * @param until only those due before; all if none
     * @param after the last one seen; from the first if none
     */
    record Question(
            Caller reader,
            Instant now,
            @Nullable Boolean overdue,
            @Nullable Instant until,
            @Nullable Place after,
            int limit) {}

    /** Where a clock stands in the list. */
    record Place(Instant dueAt, Due clock) {}

    /** A clock of the list, with the record it runs on. */
    record Listed(Due place, StandingClock standing) {}
}
