package org.skypatch.tracking.movement;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.CustomsEvent;
import org.skypatch.contracts.customs.Goods;
import org.skypatch.contracts.customs.NamedTrader;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.tracking.movement.ReferenceKey.Kind;
import org.skypatch.tracking.register.Catalogue;

/**
 * Joins events into consignments: a pure function of the set of events, whatever order they came in.
 *
 * <p>Decisive keys join whatever shares them. Components that share a strong key (a transport document; or a container
 * within its time window and the same consignee or commodity family) join if no two of them contradict each other by
 * carrying different values of one decisive key; where two do, the key proves nothing and joins none of them.
 */
public final class Correlation {

    /** How far before the departure a container may be reported, and how long before its next one. (policy) */
    static final Duration BEFORE_DEPARTURE = Duration.ofDays(3);

    /** How long after the departure a container still speaks of the same consignment. (policy) */
    static final Duration AFTER_DEPARTURE = Duration.ofDays(180);

    private final Catalogue catalogue;

    public Correlation(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The events of one consignment.
     *
     * @param joined how sure it is that they belong together: by the weakest of the keys that were needed
     * @param considered the ids of all events that had a say in it: these, and those that strong keys lead to and that
     *     contradict them
     */
    public record Consignment(List<RecordedEvent> events, Joined joined, Set<UUID> considered) {

        public Consignment {
            events = List.copyOf(events);
            considered = Set.copyOf(considered);
        }
    }

    /** The consignments that the events make, each event in exactly one. */
    public List<Consignment> join(Collection<RecordedEvent> events) {
        List<Component> components = decisive(events);
        Groups groups = new Groups(components.size());
        strongNeighbours(components).forEach((pair) -> groups.union(pair.one, pair.other));
        List<Consignment> consignments = new ArrayList<>();
        for (List<Integer> members : groups.members()) {
            List<Component> together = members.stream().map(components::get).toList();
            Set<UUID> considered = together.stream()
                    .flatMap(part -> part.events.stream())
                    .map(RecordedEvent::id)
                    .collect(Collectors.toSet());
            if (together.size() == 1 || contradict(together)) {
                together.forEach(alone -> consignments.add(new Consignment(alone.events, Joined.DECISIVE, considered)));
            } else {
                consignments.add(new Consignment(
                        together.stream().flatMap(part -> part.events.stream()).toList(), Joined.STRONG, considered));
            }
        }
        return consignments;
    }

    private List<Component> decisive(Collection<RecordedEvent> events) {
        List<RecordedEvent> ordered =
                events.stream().sorted(Comparator.comparing(RecordedEvent::id)).toList();
        Map<UUID, Integer> place = new HashMap<>();
        Map<ReferenceKey, Integer> holder = new HashMap<>();
        Groups groups = new Groups(ordered.size());
        for (int i = 0; i < ordered.size(); i++) {
            place.put(ordered.get(i).id(), i);
        }
        for (int i = 0; i < ordered.size(); i++) {
            RecordedEvent event = ordered.get(i);
            for (ReferenceKey key : ReferenceKey.of(event)) {
                if (key.kind().isDecisive()) {
                    Integer first = holder.putIfAbsent(key, i);
                    groups.union(i, first == null ? i : first);
                }
            }
            Integer original = Fact.corrected(event).map(place::get).orElse(null);
            groups.union(i, original == null ? i : original);
        }
        return groups.members().stream()
                .map(members -> new Component(members.stream().map(ordered::get).toList()))
                .toList();
    }

    private record Pair(int one, int other) {}

    private List<Pair> strongNeighbours(List<Component> components) {
        Map<ReferenceKey, List<Integer>> holders = new TreeMap<>();
        for (int i = 0; i < components.size(); i++) {
            for (ReferenceKey key : components.get(i).strongKeys) {
                holders.computeIfAbsent(key, none -> new ArrayList<>()).add(i);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        holders.forEach((key, sharing) -> {
            if (key.kind() == Kind.CONTAINER) {
                pairs.addAll(sameContainer(key, sharing, components));
            } else {
                for (int i = 1; i < sharing.size(); i++) {
                    if (carriersAgree(components.get(sharing.getFirst()), components.get(sharing.get(i)))) {
                        pairs.add(new Pair(sharing.getFirst(), sharing.get(i)));
                    }
                }
            }
        });
        return pairs;
    }

    private List<Pair> sameContainer(ReferenceKey container, List<Integer> sharing, List<Component> components) {
        List<Instant> departures = sharing.stream()
                .flatMap(i -> components.get(i).departure().stream())
                .sorted()
                .toList();
        List<Pair> pairs = new ArrayList<>();
        for (int departed : sharing) {
            Instant departure = components.get(departed).departure().orElse(null);
            if (departure == null) {
                continue;
            }
            Instant opens = departure.minus(BEFORE_DEPARTURE);
            Instant closes = departures.stream()
                    .filter(later -> later.isAfter(departure))
                    .findFirst()
                    .map(next -> next.minus(BEFORE_DEPARTURE))
                    .filter(next -> next.isBefore(departure.plus(AFTER_DEPARTURE)))
                    .orElse(departure.plus(AFTER_DEPARTURE));
            for (int other : sharing) {
                if (other != departed
                        && components.get(other).sees(container, opens, closes)
                        && agree(components.get(departed), components.get(other))) {
                    pairs.add(new Pair(departed, other));
                }
            }
        }
        return pairs;
    }

    private boolean agree(Component one, Component other) {
        return one.consignees.stream().anyMatch(other.consignees::contains)
                || one.families.stream().anyMatch(other.families::contains);
    }

    private static boolean carriersAgree(Component one, Component other) {
        return one.carriers.isEmpty()
                || other.carriers.isEmpty()
                || one.carriers.stream().anyMatch(other.carriers::contains);
    }

    private static boolean contradict(List<Component> together) {
        Map<Kind, Set<String>> values = new HashMap<>();
        for (Component component : together) {
            for (Map.Entry<Kind, Set<String>> own : component.decisiveValues.entrySet()) {
                Set<String> known = values.putIfAbsent(own.getKey(), own.getValue());
                if (known != null && !known.equals(own.getValue())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Events that decisive keys tie together, with what strong keys need to know of them. */
    private final class Component {
        private final List<RecordedEvent> events;
        private final Map<Kind, Set<String>> decisiveValues = new HashMap<>();
        private final Set<ReferenceKey> strongKeys = new HashSet<>();
        private final Set<String> consignees = new HashSet<>();
        private final Set<Convention> families = new HashSet<>();
        private final Set<String> carriers = new HashSet<>();
        private final List<Fact> facts;

        private Component(List<RecordedEvent> events) {
            this.events = events;
            this.facts = Fact.of(events);
            for (Fact fact : facts) {
                CustomsEvent event = fact.content();
                named(event.traders().importer()).ifPresent(consignees::add);
                named(event.traders().carrier()).ifPresent(carriers::add);
                for (Goods goods : event.goods()) {
                    catalogue.resolve(goods).map(catalogue::conventions).ifPresent(families::addAll);
                }
            }
            for (RecordedEvent event : events) {
                for (ReferenceKey key : ReferenceKey.of(event)) {
                    if (key.kind().isDecisive()) {
                        if (key.kind() != Kind.CORRECTS) {
                            decisiveValues
                                    .computeIfAbsent(key.kind(), none -> new HashSet<>())
                                    .add(key.value());
                        }
                    } else if (key.kind().isJoining()) {
                        strongKeys.add(key);
                    }
                }
            }
        }

        private Optional<String> named(@Nullable NamedTrader trader) {
            return Optional.ofNullable(trader).map(NamedTrader::id).map(id -> ReferenceKey.folded(id.value()));
        }

        /** When the goods left, if a departure is among the facts. */
        private Optional<Instant> departure() {
            return facts.stream()
                    .filter(fact -> fact.type().isDeparture())
                    .findFirst()
                    .map(Fact::occurredAt);
        }

        /** Whether a report of the container lies in the window. */
        private boolean sees(ReferenceKey container, Instant opens, Instant closes) {
            return facts.stream()
                    .filter(fact -> fact.content().transport().containers().stream()
                            .anyMatch(number ->
                                    ReferenceKey.folded(number.value()).equals(container.value())))
                    .map(Fact::occurredAt)
                    .anyMatch(at -> !at.isBefore(opens) && !at.isAfter(closes));
        }
    }

    /** Disjoint sets of the numbers 0 to size - 1. */
    private static final class Groups {
        private final int[] parent;

        private Groups(int size) {
            parent = new int[size];
            for (int i = 0; i < size; i++) {
                parent[i] = i;
            }
        }

        private int root(int i) {
            int root = i;
            while (parent[root] != root) {
                parent[root] = parent[parent[root]];
                root = parent[root];
            }
            return root;
        }

        private void union(int one, int other) {
            int a = root(one);
            int b = root(other);
            parent[Math.max(a, b)] = Math.min(a, b);
        }

        private Collection<List<Integer>> members() {
            Map<Integer, List<Integer>> members = new LinkedHashMap<>();
            for (int i = 0; i < parent.length; i++) {
                members.computeIfAbsent(root(i), none -> new ArrayList<>()).add(i);
            }
            return members.values();
        }
    }
}
