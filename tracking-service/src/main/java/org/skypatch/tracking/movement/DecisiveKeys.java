package org.skypatch.tracking.movement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.movement.ReferenceKey.Kind;

/** What decisive keys say: which events have to do with each other, and which of them are one consignment. */
final class DecisiveKeys {

    private final ManualLinks links;

    DecisiveKeys(ManualLinks links) {
        this.links = links;
    }

    /** Whether the event is a departure that the country of dispatch itself reported. */
    static boolean isOwnDeparture(RecordedEvent event) {
        return event.event().type().isDeparture()
                && event.event()
                        .reportingCountry()
                        .filter(event.event().route().dispatch()::equals)
                        .isPresent();
    }

    /** The events that keys connect, directly or through each other; each sorted by id. */
    List<List<RecordedEvent>> clusters(Collection<RecordedEvent> events) {
        List<RecordedEvent> ordered =
                events.stream().sorted(Comparator.comparing(RecordedEvent::id)).toList();
        DisjointSets sets = new DisjointSets(ordered.size());
        union(ordered, sets, links::keys, indices(ordered));
        return picked(ordered, sets.members());
    }

    private static List<Integer> indices(List<RecordedEvent> events) {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            indices.add(i);
        }
        return indices;
    }

    private static List<List<RecordedEvent>> picked(List<RecordedEvent> events, Collection<List<Integer>> sets) {
        return sets.stream()
                .map(members -> members.stream().map(events::get).toList())
                .toList();
    }

    /** Puts the chosen events into one set that share a decisive key, or of which one corrects another. */
    private void union(
            List<RecordedEvent> events,
            DisjointSets sets,
            Function<RecordedEvent, Set<ReferenceKey>> keys,
            List<Integer> chosen) {
        Map<UUID, Integer> place = new HashMap<>();
        Map<ReferenceKey, Integer> holder = new HashMap<>();
        chosen.forEach(i -> place.put(events.get(i).id(), i));
        for (int i : chosen) {
            for (ReferenceKey key : keys.apply(events.get(i))) {
                if (key.kind().isDecisive()) {
                    Integer first = holder.putIfAbsent(key, i);
                    sets.union(i, first == null ? i : first);
                }
            }
            Integer original = Fact.corrected(events.get(i)).map(place::get).orElse(null);
            sets.union(i, original == null ? i : original);
        }
    }

    /**
     * The consignments of one cluster. Departures that share a key are one. Every other report goes to the departure that
     * it reaches in the fewest steps from report to report, by the kind of key that counts most, then to the one of the
     * lowest id. What reaches none is one consignment for each destination. A correction stays with what it corrects.
     */
    List<List<RecordedEvent>> consignments(List<RecordedEvent> cluster) {
        if (cluster.size() == 1) {
            return List.of(cluster);
        }
        DisjointSets sets = new DisjointSets(cluster.size());
        List<Integer> departures = indices(cluster).stream()
                .filter(i -> isOwnDeparture(cluster.get(i)))
                .toList();
        union(cluster, sets, links::keysOfDeparture, departures);
        Map<UUID, Integer> place = new HashMap<>();
        indices(cluster).forEach(i -> place.put(cluster.get(i).id(), i));
        boolean[] settled = new boolean[cluster.size()];
        departures.forEach(i -> settled[i] = true);
        List<Integer> frontier = departures;
        while (!frontier.isEmpty()) {
            frontier = attach(cluster, sets, settled, frontier);
        }
        for (int i = 0; i < cluster.size(); i++) {
            Integer original = Fact.corrected(cluster.get(i)).map(place::get).orElse(null);
            if (original != null) {
                settled[i] = true;
                sets.union(i, original);
            }
        }
        Map<CountryCode, List<Integer>> byDestination = new TreeMap<>();
        for (int i = 0; i < cluster.size(); i++) {
            if (!settled[i]) {
                byDestination
                        .computeIfAbsent(cluster.get(i).event().route().destination(), none -> new ArrayList<>())
                        .add(i);
            }
        }
        byDestination.values().forEach(chosen -> union(cluster, sets, links::keys, chosen));
        return picked(cluster, sets.members());
    }

    /** One step outwards: every unsettled report that shares a key with one settled in the last step joins it. */
    private List<Integer> attach(
            List<RecordedEvent> cluster, DisjointSets sets, boolean[] settled, List<Integer> frontier) {
        Map<ReferenceKey, Integer> reached = new HashMap<>();
        for (int i : frontier) {
            for (ReferenceKey key : links.keys(cluster.get(i))) {
                if (key.kind().isDecisive() && key.kind() != Kind.CORRECTS) {
                    reached.merge(key, i, (a, b) -> sets.root(a) <= sets.root(b) ? a : b);
                }
            }
        }
        List<Integer> next = new ArrayList<>();
        List<Integer> homes = new ArrayList<>();
        for (int i = 0; i < cluster.size(); i++) {
            boolean isCorrection = cluster.get(i).event().type().isCorrection();
            if (settled[i] || isCorrection) {
                continue;
            }
            for (ReferenceKey key : links.keys(cluster.get(i))) {
                Integer home = reached.get(key);
                if (home != null) {
                    next.add(i);
                    homes.add(home);
                    break;
                }
            }
        }
        for (int n = 0; n < next.size(); n++) {
            settled[next.get(n)] = true;
            sets.union(next.get(n), homes.get(n));
        }
        return next;
    }
}
