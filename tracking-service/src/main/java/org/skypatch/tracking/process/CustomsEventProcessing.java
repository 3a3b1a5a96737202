package org.skypatch.tracking.process;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.finding.FindingEvent;
import org.skypatch.tracking.movement.Correlation;
import org.skypatch.tracking.movement.Correlation.Consignment;
import org.skypatch.tracking.movement.EventIds;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.movement.MovementFolding;
import org.skypatch.tracking.movement.ReferenceKey;
import org.skypatch.tracking.process.TrackingRecords.StoredMovement;

/**
 * The path of a batch of customs events: archive what is new, find what it belongs to, join, fold, judge, and put
 * everything down in one transaction. Applying a batch again changes nothing.
 */
public final class CustomsEventProcessing {

    private final Transactions transactions;
    private final Judging judging;
    private final Clock clock;

    public CustomsEventProcessing(Transactions transactions, Judging judging, Clock clock) {
        this.transactions = transactions;
        this.judging = judging;
        this.clock = clock;
    }

    /** Applies the events, each once, and all or none of them. */
    public void apply(List<RecordedEvent> batch) {
        Set<ReferenceKey> known = new HashSet<>();
        transactions.run(records -> apply(batch, known, records));
    }

    private void apply(List<RecordedEvent> batch, Set<ReferenceKey> known, TrackingRecords records) {
        known.addAll(joiningKeys(batch));
        records.lock(known);
        List<RecordedEvent> fresh = records.archiveNew(batch);
        if (fresh.isEmpty()) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Neighbourhood neighbourhood = explore(fresh, known, records);
        Map<UUID, StoredMovement> stored = new HashMap<>(records.lockMovementsOf(neighbourhood.events.keySet()));
        fireWhatIsDue(stored, records, now);

        List<Movement> movements = neighbourhood.consignments.stream()
                .flatMap(consignment -> MovementFolding.fold(consignment).stream())
                .toList();
        Judging.Result result = judging.judge(movements, stored, records, now);
        List<FindingEvent> news = new ArrayList<>(notices(movements, records, now));
        news.addAll(result.news());
        Map<UUID, StoredMovement> gone = gone(stored, movements);
        news.addAll(News.clearings(gone.values(), movementOfEvent(movements), records.register(), now));
        records.save(result.judgements(), gone.keySet(), now);
        records.tell(news);
    }

    /** The joining keys of the events, and those under which their corrections would be found. */
    private static Set<ReferenceKey> joiningKeys(Collection<RecordedEvent> events) {
        Set<ReferenceKey> keys = new TreeSet<>();
        for (RecordedEvent event : events) {
            ReferenceKey.of(event).stream()
                    .filter(key -> key.kind().isJoining())
                    .forEach(keys::add);
            keys.add(ReferenceKey.correctionsOf(event.id()));
        }
        return keys;
    }

    private record Neighbourhood(Map<UUID, RecordedEvent> events, List<Consignment> consignments) {}

    /**
     * Everything that the new events may touch: the consignments that they make now or keep from being made, and what the
     * movements of those events held before. Keys that come up on the way are locked; what is loaded only to see whether it joins, and does not, is
     * left out.
     */
    private static Neighbourhood explore(List<RecordedEvent> fresh, Set<ReferenceKey> locked, TrackingRecords records) {
        Correlation correlation = new Correlation(records.register().catalogue());
        Map<UUID, RecordedEvent> loaded = byId(fresh);
        Set<UUID> affected = new HashSet<>(loaded.keySet());
        Set<UUID> explored = new HashSet<>();
        List<Consignment> consignments = List.of();
        while (!explored.containsAll(affected)) {
            Set<UUID> ahead = new HashSet<>(affected);
            ahead.removeAll(explored);
            explored.addAll(ahead);
            Set<ReferenceKey> keys = joiningKeys(ahead.stream().map(loaded::get).toList());
            Set<ReferenceKey> unlocked = new TreeSet<>(keys);
            unlocked.removeAll(locked);
            locked.addAll(unlocked);
            if (!records.tryLock(unlocked)) {
                throw new Transactions.LockedElsewhere();
            }
            Set<UUID> together = records.eventsTogetherWith(ahead);
            Set<UUID> originals = ahead.stream()
                    .map(loaded::get)
                    .filter(event -> event.event().references().corrects() != null)
                    .map(event -> EventIds.of(
                            event.event().reportedBy(),
                            event.event().references().corrects()))
                    .collect(Collectors.toSet());
            originals.addAll(together);
            originals.removeAll(loaded.keySet());
            loaded.putAll(byId(records.eventsSharing(keys, originals)));
            affected.addAll(together);
            Set<UUID> seeds = Set.copyOf(affected);
            consignments = correlation.join(loaded.values()).stream()
                    .filter(consignment -> consignment.considered().stream().anyMatch(seeds::contains))
                    .toList();
            consignments.forEach(consignment -> affected.addAll(consignment.considered()));
        }
        Map<UUID, RecordedEvent> touched = new HashMap<>(loaded);
        touched.keySet().retainAll(affected);
        return new Neighbourhood(touched, consignments);
    }

    private static Map<UUID, RecordedEvent> byId(Collection<RecordedEvent> events) {
        Map<UUID, RecordedEvent> byId = new LinkedHashMap<>();
        events.forEach(event -> byId.put(event.id(), event));
        return byId;
    }

    /** What time had already decided is put down first, so that it does not hang on when the sweep came by. */
    private void fireWhatIsDue(Map<UUID, StoredMovement> stored, TrackingRecords records, Instant now) {
        List<UUID> due = stored.values().stream()
                .filter(movement ->
                        movement.dueAt() != null && !movement.dueAt().isAfter(now))
                .map(StoredMovement::id)
                .sorted()
                .toList();
        if (due.isEmpty()) {
            return;
        }
        Map<UUID, StoredMovement> before = new HashMap<>(stored);
        before.keySet().retainAll(due);
        judgeAgain(before, records, now);
        Set<UUID> events = records.eventsOf(due).values().stream()
                .flatMap(List::stream)
                .map(RecordedEvent::id)
                .collect(Collectors.toSet());
        Map<UUID, StoredMovement> after = new HashMap<>(records.lockMovementsOf(events));
        after.keySet().retainAll(due);
        stored.putAll(after);
    }

    /** Judges stored movements as they stand: their time has come, or what they rest on has changed. */
    void judgeAgain(Map<UUID, StoredMovement> stored, TrackingRecords records, Instant now) {
        List<Movement> movements = new ArrayList<>();
        records.eventsOf(stored.keySet()).forEach((id, events) -> {
            Correlation correlation = new Correlation(records.register().catalogue());
            correlation.join(events).stream()
                    .flatMap(consignment -> MovementFolding.fold(consignment).stream())
                    .filter(movement -> movement.id().equals(id))
                    .forEach(movements::add);
        });
        Judging.Result result = judging.judge(movements, stored, records, now);
        records.save(result.judgements(), Set.of(), now);
        records.tell(result.news());
    }

    private static List<FindingEvent> notices(List<Movement> movements, TrackingRecords records, Instant now) {
        Map<UUID, FindingEvent> notices = News.departureNotices(movements, records.register(), now);
        Set<UUID> first = records.firstTime(notices.keySet());
        return notices.entrySet().stream()
                .filter(notice -> first.contains(notice.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Map<UUID, StoredMovement> gone(Map<UUID, StoredMovement> stored, List<Movement> movements) {
        Map<UUID, StoredMovement> gone = new HashMap<>(stored);
        movements.forEach(movement -> gone.remove(movement.id()));
        return gone;
    }

    private static Map<UUID, Movement> movementOfEvent(List<Movement> movements) {
        Map<UUID, Movement> of = new HashMap<>();
        movements.forEach(movement -> movement.events().forEach(event -> of.putIfAbsent(event.id(), movement)));
        return of;
    }
}
