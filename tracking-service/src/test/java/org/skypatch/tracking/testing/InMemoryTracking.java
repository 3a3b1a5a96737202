package org.skypatch.tracking.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.contracts.finding.FindingEvent;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.tracking.finding.FindingDiff;
import org.skypatch.tracking.finding.ThresholdSet;
import org.skypatch.tracking.movement.Flow;
import org.skypatch.tracking.movement.Likenesses;
import org.skypatch.tracking.movement.Link;
import org.skypatch.tracking.movement.LinkStatement;
import org.skypatch.tracking.movement.OpenEnd;
import org.skypatch.tracking.movement.ReferenceKey;
import org.skypatch.tracking.movement.Stock;
import org.skypatch.tracking.process.Citations;
import org.skypatch.tracking.process.LinkRecords;
import org.skypatch.tracking.process.ReleaseRecords;
import org.skypatch.tracking.process.TrackingRecords;
import org.skypatch.tracking.process.Transactions;
import org.skypatch.tracking.register.Cited;
import org.skypatch.tracking.register.Register;
import org.skypatch.tracking.release.Release;

/** Tracking's memory without a database: one transaction at a time, never rolled back. */
public final class InMemoryTracking implements Transactions, TrackingRecords {

    private final Register register;
    private final Function<Predicate<RegistryEvent>, Cited> cited;
    private final Map<UUID, RecordedEvent> archive = new HashMap<>();
    private final Map<ReferenceKey, Set<UUID>> eventsByKey = new HashMap<>();
    private final Map<UUID, Judgement> movements = new TreeMap<>();
    private final Map<UUID, Set<UUID>> movementsOfEvent = new HashMap<>();
    private final Map<UUID, Set<UUID>> members = new HashMap<>();
    private final Map<Place, Set<Flow>> flows = new HashMap<>();
    private final Map<UUID, Map<UUID, Finding>> findings = new HashMap<>();
    private final Set<UUID> again = new HashSet<>();
    private final Set<UUID> notices = new HashSet<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Release> releases = new ArrayList<>();
    private final List<LinkStatement> statements = new ArrayList<>();
    private final Map<UUID, OpenEnd> ends = new TreeMap<>();
    private final List<OpenEnd> changedEnds = new ArrayList<>();
    private final List<ThresholdSet> thresholds = new ArrayList<>();
    private final List<FindingEvent> told = new ArrayList<>();
    private final InMemoryLedgers ledgers = new InMemoryLedgers();
    private final InMemoryWhole whole =
            new InMemoryWhole(archive, movements, this::forgetWhole, findings, ledgers, told);
    private final InMemoryCorridors corridors;
    private final InMemoryEnquiries enquiries = new InMemoryEnquiries((audience, id) -> {
        Judgement row = movements.get(id);
        return row != null
                && row.movement().audience().stream()
                        .anyMatch(country -> country.value().equals(audience));
    });

    /** Where goods of a commodity come in and go out. */
    private record Place(CountryCode country, CommodityId commodity) {

        static Place of(Flow flow) {
            return new Place(flow.country(), flow.commodity());
        }
    }

    public InMemoryTracking(TestRegister records) {
        this(records.register(), records::cited);
    }

    public InMemoryTracking(Register register, Cited cited) {
        this(register, known -> cited);
    }

    private InMemoryTracking(Register register, Function<Predicate<RegistryEvent>, Cited> cited) {
        this.register = register;
        this.cited = cited;
        this.corridors =
                new InMemoryCorridors(() -> movements.values().stream().map(Judgement::movement), register.catalogue());
    }

    public Collection<Judgement> movements() {
        return movements.values();
    }

    public List<FindingEvent> told() {
        return told;
    }

    @Override
    public void makeRoom(Collection<Instant> recorded) {
        // There is always room in memory.
    }

    @Override
    public void run(Consumer<TrackingRecords> work) {
        work.accept(this);
    }

    @Override
    public void alone(Consumer<TrackingRecords> work) {
        whole.begin();
        work.accept(this);
    }

    @Override
    public InMemoryWhole whole() {
        return whole;
    }

    @Override
    public void read(Consumer<TrackingRecords> work) {
        work.accept(this);
    }

    @Override
    public Register register() {
        return register;
    }

    /** Publishes numbers of policy. */
    public void publish(ThresholdSet set) {
        thresholds.add(set);
        thresholds.sort(Comparator.comparing(ThresholdSet::from));
    }

    @Override
    public List<ThresholdSet> thresholds() {
        return thresholds;
    }

    @Override
    public Cited cited(Citations citations, Predicate<RegistryEvent> known) {
        return cited.apply(known);
    }

    @Override
    public InMemoryEnquiries enquiries() {
        return enquiries;
    }

    @Override
    public LinkRecords manualLinks() {
        return new LinkRecords() {
            @Override
            public List<LinkStatement> about(Collection<UUID> events) {
                return statements.stream()
                        .filter(said -> events.contains(said.one()) || events.contains(said.other()))
                        .toList();
            }

            @Override
            public void say(LinkStatement statement) {
                statements.add(statement);
            }
        };
    }

    @Override
    public ReleaseRecords releases() {
        return new ReleaseRecords() {
            @Override
            public List<Release> about(Collection<UUID> events) {
                return releases.stream()
                        .filter(release -> events.contains(release.event()))
                        .toList();
            }

            @Override
            public void put(Release release) {
                releases.add(release);
            }
        };
    }

    @Override
    public InMemoryCorridors corridors() {
        return corridors;
    }

    @Override
    public InMemoryLedgers ledgers() {
        return ledgers;
    }

    @Override
    public void lock(Collection<ReferenceKey> keys) {
        // One transaction at a time: there is nobody to keep away.
    }

    @Override
    public boolean tryLock(Collection<ReferenceKey> keys) {
        return true;
    }

    @Override
    public List<RecordedEvent> archiveNew(List<RecordedEvent> events) {
        List<RecordedEvent> fresh = new ArrayList<>();
        for (RecordedEvent event : events) {
            if (archive.putIfAbsent(event.id(), event) == null) {
                fresh.add(event);
                ReferenceKey.of(event).forEach(key -> eventsByKey
                        .computeIfAbsent(key, none -> new HashSet<>())
                        .add(event.id()));
            }
        }
        return fresh;
    }

    @Override
    public List<RecordedEvent> eventsSharing(Collection<ReferenceKey> keys, Collection<UUID> ids) {
        Set<UUID> wanted = new HashSet<>(ids);
        keys.forEach(key -> wanted.addAll(eventsByKey.getOrDefault(key, Set.of())));
        return wanted.stream().map(archive::get).filter(Objects::nonNull).toList();
    }

    @Override
    public Set<UUID> eventsTogetherWith(Collection<UUID> events) {
        return movementsHolding(events).stream()
                .flatMap(id -> members.get(id).stream())
                .collect(Collectors.toSet());
    }

    private Set<UUID> movementsHolding(Collection<UUID> events) {
        Set<UUID> holding = new HashSet<>();
        events.forEach(event -> holding.addAll(movementsOfEvent.getOrDefault(event, Set.of())));
        return holding;
    }

    private static Set<UUID> members(Judgement row) {
        return row.movement().events().stream().map(RecordedEvent::id).collect(Collectors.toSet());
    }

    @Override
    public Map<UUID, StoredMovement> lockMovementsOf(Collection<UUID> events) {
        return load(movementsHolding(events).stream().map(movements::get).toList());
    }

    @Override
    public Map<UUID, StoredMovement> lockWithoutWaiting(Collection<UUID> ids) {
        return load(ids.stream().map(movements::get).filter(Objects::nonNull).toList());
    }

    @Override
    public Map<UUID, StoredMovement> claimDue(Instant now, int most) {
        return load(movements.values().stream()
                .filter(row -> again.remove(row.movement().id())
                        || row.lookAgainAt() != null && !row.lookAgainAt().isAfter(now))
                .limit(most)
                .toList());
    }

    @Override
    public Map<Flow, Stock> stocks(Collection<Flow> departures) {
        Map<Flow, Stock> stocks = new HashMap<>();
        for (Flow departure : departures) {
            stocks.put(
                    departure,
                    new Stock(
                            sum(
                                    departure,
                                    flow -> flow.direction() == Flow.Direction.IN
                                            && !flow.at().isAfter(departure.at())),
                            sum(departure, flow -> flow.direction() == Flow.Direction.OUT && isBefore(flow, departure))
                                    .plus(departure.mass())));
        }
        return stocks;
    }

    private Mass sum(Flow at, Predicate<Flow> chosen) {
        return flows.getOrDefault(Place.of(at), Set.of()).stream()
                .filter(chosen)
                .map(Flow::mass)
                .reduce(Mass.ZERO, Mass::plus);
    }

    private static boolean isBefore(Flow one, Flow other) {
        int byTime = one.at().compareTo(other.at());
        return byTime != 0 ? byTime < 0 : one.movement().compareTo(other.movement()) < 0;
    }

    private Map<UUID, StoredMovement> load(List<Judgement> rows) {
        Map<UUID, StoredMovement> stored = new HashMap<>();
        for (Judgement row : rows) {
            UUID id = row.movement().id();
            stored.put(
                    id,
                    new StoredMovement(
                            id,
                            members(row),
                            List.copyOf(findings.getOrDefault(id, Map.of()).values()),
                            row.lookAgainAt(),
                            row.judgedAt()));
        }
        return stored;
    }

    @Override
    public Map<UUID, List<RecordedEvent>> eventsOf(Collection<UUID> ids) {
        Map<UUID, List<RecordedEvent>> events = new HashMap<>();
        for (UUID id : ids) {
            Set<UUID> own = members(movements.get(id));
            events.put(id, eventsTogetherWith(own).stream().map(archive::get).toList());
        }
        return events;
    }

    @Override
    public void save(List<Judgement> judged, Collection<UUID> gone, Instant at) {
        Set<UUID> touched = new HashSet<>(gone);
        judged.forEach(row -> touched.add(row.movement().id()));
        Set<Flow> before = flowsOf(touched);
        touched.forEach(this::forget);
        gone.forEach(id -> findings.getOrDefault(id, new LinkedHashMap<>())
                .replaceAll((finding, known) -> known.clearedAt() == null ? FindingDiff.cleared(known, at) : known));
        for (Judgement row : judged) {
            remember(row);
            Map<UUID, Finding> known = findings.computeIfAbsent(row.movement().id(), none -> new LinkedHashMap<>());
            row.changed().forEach(finding -> known.put(finding.id(), finding));
        }
        Set<Flow> after = flowsOf(touched);
        before.forEach(flow -> flows.get(Place.of(flow)).remove(flow));
        after.forEach(flow ->
                flows.computeIfAbsent(Place.of(flow), none -> new HashSet<>()).add(flow));
        Set<Flow> changed = new HashSet<>(before);
        changed.removeAll(after);
        after.stream().filter(flow -> !before.contains(flow)).forEach(changed::add);
        changed.stream()
                .map(Place::of)
                .distinct()
                .flatMap(place -> flows.get(place).stream())
                .filter(flow -> flow.direction() == Flow.Direction.OUT)
                .forEach(flow -> again.add(flow.movement()));
    }

    /** As if the movement had never been, with what flowed in it. */
    private void forgetWhole(UUID id) {
        flowsOf(Set.of(id)).forEach(flow -> flows.get(Place.of(flow)).remove(flow));
        forget(id);
    }

    private void forget(UUID id) {
        movements.remove(id);
        members.getOrDefault(id, Set.of())
                .forEach(event -> movementsOfEvent.get(event).remove(id));
        members.remove(id);
    }

    private void remember(Judgement row) {
        UUID id = row.movement().id();
        movements.put(id, row);
        members.put(id, members(row));
        members(row).forEach(event -> movementsOfEvent
                .computeIfAbsent(event, none -> new HashSet<>())
                .add(id));
    }

    private Set<Flow> flowsOf(Collection<UUID> ids) {
        return ids.stream()
                .map(movements::get)
                .filter(Objects::nonNull)
                .flatMap(row -> Flow.of(row.movement(), register.catalogue()).stream())
                .collect(Collectors.toSet());
    }

    @Override
    public List<Link> linksOf(Collection<UUID> parts) {
        return links.stream()
                .filter(link -> parts.contains(link.departure()) || parts.contains(link.arrival()))
                .toList();
    }

    @Override
    public void keepOpenEnds(Collection<UUID> events, List<OpenEnd> now, Instant at) {
        Map<UUID, OpenEnd> before = new HashMap<>();
        events.stream().map(ends::get).filter(Objects::nonNull).forEach(end -> before.put(end.part(), end));
        now.forEach(end -> {
            if (!end.equals(before.remove(end.part()))) {
                changedEnds.add(end);
            }
            ends.put(end.part(), end);
        });
        before.values().forEach(gone -> {
            changedEnds.add(gone);
            if (now.stream().noneMatch(end -> end.part().equals(gone.part()))) {
                ends.remove(gone.part());
            }
        });
    }

    @Override
    public boolean claimLikenesses() {
        return true;
    }

    @Override
    public List<OpenEnd> claimChangedEnds(Instant before, int most) {
        List<OpenEnd> claimed = changedEnds.stream().limit(most).toList();
        changedEnds.subList(0, claimed.size()).clear();
        return claimed;
    }

    @Override
    public List<OpenEnd> openEndsAbout(Collection<OpenEnd> asked) {
        return ends.values().stream()
                .filter(end -> asked.stream()
                        .anyMatch(one -> one.part().equals(end.part())
                                || Likenesses.of(one, end).isPresent()))
                .toList();
    }

    @Override
    public void link(Collection<UUID> parts, Collection<Link> fresh) {
        links.removeIf(link -> parts.contains(link.departure()) || parts.contains(link.arrival()));
        links.addAll(fresh);
    }

    @Override
    public Set<UUID> firstTime(Collection<UUID> ids) {
        Set<UUID> first = new HashSet<>(ids);
        first.removeAll(notices);
        notices.addAll(first);
        return first;
    }

    @Override
    public void tell(List<FindingEvent> news) {
        told.addAll(news);
    }
}
