package org.skypatch.tracking.process;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.tracking.process.TrackingRecords.StoredMovement;

/** Everything that tracking remembers, page by page, within one transaction; for what is done to all of it. */
public interface WholeState {

    /** Archived events in the order of recording, after this one; from the first if none. */
    List<RecordedEvent> eventsAfter(@Nullable RecordedEvent last, int most);

    /** Movements in the order of their ids, after this one; from the first if none. */
    List<UUID> movementsAfter(@Nullable UUID last, int most);

    /**
     * Movements that started within these days, by UTC, in their order, after this one.
     *
     * @param audience who sees them; all if none
     */
    List<RuleTrial.Position> startedWithin(
            @Nullable String audience, LocalDate from, LocalDate until, RuleTrial.@Nullable Position after, int most);

    /** What counts of these movements. */
    List<CanonicalState.OfMovement> statesOf(Collection<UUID> movements);

    /** Forgets all movements, and what follows from them; not what was told of them, nor what they drew. */
    void forgetMovements();

    /** Forgets these movements in the same way. */
    void forget(Collection<UUID> movements);

    /** Movements that are no more, and of which something is still open or drawn. */
    Map<UUID, StoredMovement> remains();

    /** How many messages this transaction sends once it is committed. */
    long told();

    /** Has this transaction send nothing of what it would have told so far. */
    void untell();
}
