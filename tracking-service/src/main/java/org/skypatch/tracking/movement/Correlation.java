package org.skypatch.tracking.movement;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.CustomsEvent;
import org.skypatch.contracts.customs.Goods;
import org.skypatch.contracts.customs.NamedTrader;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.movement.ReferenceKey.Kind;
import org.skypatch.tracking.register.Catalogue;

/**
 * Joins events into consignments: a pure function of the set of events, whatever order they came in.
 *
 * <p>Decisive keys join whatever shares them with a departure that the country of dispatch itself reported; a report that
 * would tie two consignments together belongs to one of them only, and a report of nothing that left belongs with others
 * for the same destination only. So no report shows its author, or anybody, a consignment that its Parties keep apart.
 * Components that share a strong key (a transport document; or a container within its time window and the same consignee
 * or commodity family) join if no two of them contradict each other; where two do, the key proves nothing and joins none.
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
     * @param parts the events as references tie them together: one part, or two that are only alike
     * @param likeness how alike the two parts are
     */
    public record Consignment(
            List<RecordedEvent> events,
            Joined joined,
            Set<UUID> considered,
            List<List<RecordedEvent>> parts,
            Optional<Likeness> likeness) {

        public Consignment {
            events = List.copyOf(events);
            considered = Set.copyOf(considered);
            parts = List.copyOf(parts);
        }

        /** A consignment that references alone tie together. */
        public Consignment(List<RecordedEvent> events, Joined joined, Set<UUID> considered) {
            this(events, joined, considered, List.of(events), Optional.empty());
        }

        private Consignment alike(Consignment other, Likeness likeness) {
            return new Consignment(
                    Stream.concat(events.stream(), other.events.stream()).toList(),
                    Joined.PROBABLE,
                    Stream.concat(considered.stream(), other.considered.stream())
                            .collect(Collectors.toSet()),
                    List.of(events, other.events),
                    Optional.of(likeness));
        }
    }

    /**
     * The consignments that the events, what was said of them by hand, and the likenesses found among them make, each event
     * in exactly one. A likeness counts only while both its ends are open and nobody says that they do not belong together.
     */
    public List<Consignment> join(Collection<RecordedEvent> events, Collection<Link> links, ManualLinks byHand) {
        List<Consignment> consignments = new ArrayList<>(join(events, byHand));
        Map<UUID, Integer> places = new HashMap<>();
        for (int i = 0; i < consignments.size(); i++) {
            places.put(OpenEnd.lowest(consignments.get(i).events()), i);
        }
        Set<Integer> taken = new HashSet<>();
        Set<Integer> merged = new HashSet<>();
        for (Link link : new TreeSet<>(links)) {
            Integer left = places.get(link.departure());
            Integer arrived = places.get(link.arrival());
            if (left == null
                    || arrived == null
                    || taken.contains(left)
                    || taken.contains(arrived)
                    || byHand.keepApart(
                            consignments.get(left).events(),
                            consignments.get(arrived).events())) {
                continue;
            }
            likeness(consignments.get(left), consignments.get(arrived)).ifPresent(likeness -> {
                consignments.set(left, consignments.get(left).alike(consignments.get(arrived), likeness));
                taken.addAll(List.of(left, arrived));
                merged.add(arrived);
            });
        }
        return IntStream.range(0, consignments.size())
                .filter(i -> !merged.contains(i))
                .mapToObj(consignments::get)
                .toList();
    }

    private Optional<Likeness> likeness(Consignment left, Consignment arrived) {
        return OpenEnd.of(left.events(), catalogue)
                .flatMap(departure ->
                        OpenEnd.of(arrived.events(), catalogue).flatMap(arrival -> Likenesses.of(departure, arrival)))
                .filter(likeness -> likeness.score().compareTo(Likenesses.JOINED_FROM) >= 0);
    }

    /** The consignments that the events make by their references and by hand, each event in exactly one. */
    public List<Consignment> join(Collection<RecordedEvent> events, ManualLinks byHand) {
        DecisiveKeys keys = new DecisiveKeys(byHand);
        List<List<RecordedEvent>> clusters = keys.clusters(events);
        List<Component> components = new ArrayList<>();
        DisjointSets regions = new DisjointSets(events.size());
        for (List<RecordedEvent> cluster : clusters) {
            int first = components.size();
            for (List<RecordedEvent> part : keys.consignments(cluster)) {
                regions.union(first, components.size());
                components.add(new Component(part));
            }
        }
        DisjointSets groups = new DisjointSets(components.size());
        for (Pair pair : strongNeighbours(components)) {
            groups.union(pair.one, pair.other);
            regions.union(pair.one, pair.other);
        }
        Map<Integer, Set<UUID>> considered = new HashMap<>();
        for (int i = 0; i < components.size(); i++) {
            Set<UUID> region = considered.computeIfAbsent(regions.root(i), none -> new HashSet<>());
            components.get(i).events.forEach(event -> region.add(event.id()));
        }
        List<Consignment> consignments = new ArrayList<>();
        for (List<Integer> members : groups.members()) {
            Set<UUID> region = considered.getOrDefault(regions.root(members.getFirst()), Set.of());
            List<Component> together = members.stream().map(components::get).toList();
            if (together.size() == 1 || contradict(together)) {
                together.forEach(alone -> consignments.add(new Consignment(alone.events, Joined.DECISIVE, region)));
            } else {
                consignments.add(new Consignment(
                        together.stream().flatMap(part -> part.events.stream()).toList(), Joined.STRONG, region));
            }
        }
        return consignments;
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

    /** Different values of one decisive key, departures for different destinations, or arrivals of nothing that left. */
    private static boolean contradict(List<Component> together) {
        Map<Kind, Set<String>> values = new HashMap<>();
        Set<CountryCode> departedFor = new HashSet<>();
        Set<CountryCode> destinations = new HashSet<>();
        for (Component component : together) {
            for (Map.Entry<Kind, Set<String>> own : component.decisiveValues.entrySet()) {
                Set<String> known = values.putIfAbsent(own.getKey(), own.getValue());
                if (known != null && !known.equals(own.getValue())) {
                    return true;
                }
            }
            component.events.forEach(event -> {
                destinations.add(event.event().route().destination());
                if (DecisiveKeys.isOwnDeparture(event)) {
                    departedFor.add(event.event().route().destination());
                }
            });
        }
        return departedFor.size() > 1 || departedFor.isEmpty() && destinations.size() > 1;
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
                    catalogue
                            .resolve(goods, event.occurredAt().toLocalDate())
                            .map(catalogue::conventions)
                            .ifPresent(families::addAll);
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
                            .anyMatch(number -> container.value().endsWith("/" + ReferenceKey.folded(number.value()))))
                    .map(Fact::occurredAt)
                    .anyMatch(at -> !at.isBefore(opens) && !at.isAfter(closes));
        }
    }
}
