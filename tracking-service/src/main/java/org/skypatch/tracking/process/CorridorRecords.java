package org.skypatch.tracking.process;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.skypatch.tracking.corridor.Corridor;
import org.skypatch.tracking.corridor.TransitTime;

/** How long goods travelled, month by month, within one transaction. */
public interface CorridorRecords {

    /** Everything that was ever learned of these corridors. */
    List<TransitTime> of(Collection<Corridor> corridors);

    /**
     * Claims the month's snapshot.
     *
     * @return whether nobody had taken it: a snapshot is taken once and never changed
     */
    boolean claim(YearMonth month, Instant at);

    /** How long the goods took that arrived in this time. */
    Map<Corridor, List<Duration>> journeys(Instant from, Instant before);

    /** Puts down what was learned. */
    void save(List<TransitTime> learned);
}
