package org.skypatch.tracking.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.skypatch.tracking.corridor.Corridor;
import org.skypatch.tracking.corridor.TransitTime;
import org.skypatch.tracking.process.CorridorRecords;

/** Transit times without a database; no journeys are kept. */
public final class InMemoryCorridors implements CorridorRecords {

    private final List<TransitTime> learned = new ArrayList<>();
    private final Set<YearMonth> taken = new HashSet<>();

    @Override
    public List<TransitTime> of(Collection<Corridor> corridors) {
        return learned.stream()
                .filter(time -> corridors.contains(time.corridor()))
                .toList();
    }

    @Override
    public boolean claim(YearMonth month, Instant at) {
        return taken.add(month);
    }

    @Override
    public Map<Corridor, List<Duration>> journeys(Instant from, Instant before) {
        return Map.of();
    }

    @Override
    public void save(List<TransitTime> times) {
        learned.addAll(times);
    }
}
