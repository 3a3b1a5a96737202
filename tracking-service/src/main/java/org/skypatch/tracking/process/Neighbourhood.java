package org.skypatch.tracking.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.tracking.movement.Correlation;
import org.skypatch.tracking.movement.Correlation.Consignment;
import org.skypatch.tracking.movement.EventIds;
import org.skypatch.tracking.movement.Link;
import org.skypatch.tracking.movement.LinkStatement;
import org.skypatch.tracking.movement.ManualLinks;
import org.skypatch.tracking.movement.ReferenceKey;
import org.skypatch.tracking.movement.ReferenceKey.Kind;

/**
 * Finds what new events may touch, without loading everything: the consignments that they make now or keep from being
 * made, and what the movements of those events held before. Keys that come up on the way are locked.
 */
final class Neighbourhood {

    /** How far apart two reports of one container may lie and still have a say in each other's window. */
    private static final Duration WINDOW = Duration.ofDays(183);

    private final TrackingRecords records;
    private final Set<ReferenceKey> locked;
    private final Correlation correlation;
    private final Map<UUID, RecordedEvent> loaded = new HashMap<>();
    private final Set<UUID> whole = new HashSet<>();
    private final Set<LinkStatement> said = new HashSet<>();

    /**
     * @param locked the keys that the transaction has locked; those found later are added
     */
    Neighbourhood(TrackingRecords records, Set<ReferenceKey> locked) {
        this.records = records;
        this.locked = locked;
        this.correlation = new Correlation(records.register().catalogue());
    }

    /**
     * What was found.
     *
     * @param events the ids of the events of the consignments
     */
    record Explored(Set<UUID> events, List<Consignment> consignments) {}

    /** The joining keys of the events, and those under which their corrections would be found. */
    static Set<ReferenceKey> joiningKeys(Collection<RecordedEvent> events) {
        Set<ReferenceKey> keys = new TreeSet<>();
        for (RecordedEvent event : events) {
            ReferenceKey.of(event).stream()
                    .filter(key -> key.kind().isJoining())
                    .forEach(keys::add);
            keys.add(ReferenceKey.correctionsOf(event.id()));
        }
        return keys;
    }

    /** The neighbourhood of events that have just been archived. */
    Explored around(List<RecordedEvent> fresh) {
        fresh.forEach(event -> loaded.put(event.id(), event));
        completeClusters();
        Set<UUID> affected = new HashSet<>(loaded.keySet());
        affected.addAll(sharingAContainer(List.copyOf(loaded.values())));
        Set<UUID> explored = new HashSet<>();
        List<Consignment> consignments = List.of();
        while (!explored.containsAll(affected)) {
            Set<UUID> ahead = new HashSet<>(affected);
            ahead.removeAll(explored);
            explored.addAll(ahead);
            Set<ReferenceKey> keys = joiningKeys(ahead.stream().map(loaded::get).toList());
            lock(keys);
            Set<UUID> together = records.eventsTogetherWith(ahead);
            load(keys, together);
            completeClusters();
            affected.addAll(together);
            List<Link> links = records.linksOf(loaded.keySet());
            affected.addAll(otherEnds(links, affected));
            Set<UUID> seeds = Set.copyOf(affected);
            consignments = correlation.join(loaded.values(), links, ManualLinks.of(said)).stream()
                    .filter(consignment -> consignment.considered().stream().anyMatch(seeds::contains))
                    .toList();
            consignments.forEach(consignment -> affected.addAll(consignment.considered()));
        }
        return new Explored(affected, consignments);
    }

    /** What the affected events are alike with belongs to them too, unless it turns out otherwise. */
    private Set<UUID> otherEnds(List<Link> links, Set<UUID> affected) {
        Set<UUID> others = new HashSet<>();
        for (Link link : links) {
            if (affected.contains(link.departure()) || affected.contains(link.arrival())) {
                others.add(link.departure());
                others.add(link.arrival());
            }
        }
        load(Set.of(), others);
        completeClusters();
        return others;
    }

    private void lock(Set<ReferenceKey> keys) {
        Set<ReferenceKey> unlocked = new TreeSet<>(keys);
        unlocked.removeAll(locked);
        locked.addAll(unlocked);
        if (!records.tryLock(unlocked)) {
            throw new Transactions.LockedElsewhere();
        }
    }

    private void load(Set<ReferenceKey> keys, Set<UUID> ids) {
        Set<UUID> missing = new HashSet<>(ids);
        missing.removeAll(loaded.keySet());
        records.eventsSharing(keys, missing).forEach(event -> loaded.putIfAbsent(event.id(), event));
    }

    /**
     * Loads whatever decisive keys, links by hand and corrections tie to what is loaded: also of what is only looked at, for a cancelled
     * departure closes no window.
     */
    private void completeClusters() {
        while (!whole.containsAll(loaded.keySet())) {
            List<RecordedEvent> ahead = loaded.values().stream()
                    .filter(event -> !whole.contains(event.id()))
                    .toList();
            ahead.forEach(event -> whole.add(event.id()));
            Set<UUID> tied = tied(ahead);
            Set<ReferenceKey> keys = joiningKeys(ahead).stream()
                    .filter(key -> key.kind().isDecisive())
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<UUID> originals = ahead.stream()
                    .filter(event -> event.event().references().corrects() != null)
                    .map(event -> EventIds.of(
                            event.event().reportedBy(),
                            event.event().references().corrects()))
                    .collect(Collectors.toSet());
            originals.addAll(tied);
            load(keys, originals);
        }
    }

    private Set<UUID> tied(List<RecordedEvent> ahead) {
        Set<UUID> ids = ahead.stream().map(RecordedEvent::id).collect(Collectors.toSet());
        said.addAll(records.manualLinks().about(ids));
        ManualLinks links = ManualLinks.of(said);
        return ids.stream().flatMap(id -> links.tiedTo(id).stream()).collect(Collectors.toSet());
    }

    /**
     * The events that reported a container of the changed ones at about the same time: a departure that comes, goes or
     * moves opens or closes the windows of others, though it joins none of them.
     */
    private Set<UUID> sharingAContainer(List<RecordedEvent> changed) {
        Map<ReferenceKey, List<Instant>> times = new HashMap<>();
        for (RecordedEvent event : changed) {
            containers(event).forEach(key -> times.computeIfAbsent(key, none -> new ArrayList<>())
                    .add(occurredAt(event)));
        }
        if (times.isEmpty()) {
            return Set.of();
        }
        load(times.keySet(), Set.of());
        completeClusters();
        return loaded.values().stream()
                .filter(event -> containers(event).stream()
                        .flatMap(key -> times.getOrDefault(key, List.of()).stream())
                        .anyMatch(time ->
                                Duration.between(time, occurredAt(event)).abs().compareTo(WINDOW) <= 0))
                .map(RecordedEvent::id)
                .collect(Collectors.toSet());
    }

    private static Instant occurredAt(RecordedEvent event) {
        return event.event().occurredAt().toInstant();
    }

    private static Set<ReferenceKey> containers(RecordedEvent event) {
        return ReferenceKey.of(event).stream()
                .filter(key -> key.kind() == Kind.CONTAINER)
                .collect(Collectors.toSet());
    }
}
