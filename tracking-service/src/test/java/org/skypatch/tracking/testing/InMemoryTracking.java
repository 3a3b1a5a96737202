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
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.contracts.finding.FindingEvent;
import org.skypatch.contracts.registry.RegistryEvent;
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
    private final TestRegister records;
    private final Map<UUID, RecordedEvent> archive = new HashMap<>();
    private final Map<UUID, Judgement> movements = new TreeMap<>();
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
    private final InMemoryWhole whole = new InMemoryWhole(archive, movements, findings, ledgers, told);
    private final InMemoryCorridors corridors = new InMemoryCorridors();
    private final InMemoryEnquiries enquiries = new InMemoryEnquiries((audience, id) -> {
        Judgement row = movements.get(id);
        return row != null
                && row.movement().audience().stream()
                        .anyMatch(country -> country.value().equals(audience));
    });

    public InMemoryTracking(TestRegister records) {
        this.register = records.register();
        this.records = records;
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
        return records.cited(known);
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
            }
        }
        return fresh;
    }

    @Override
    public List<RecordedEvent> eventsSharing(Collection<ReferenceKey> keys, Collection<UUID> ids) {
        return archive.values().stream()
                .filter(event -> ids.contains(event.id())
                        || ReferenceKey.of(event).stream().anyMatch(keys::contains))
                .toList();
    }

    @Override
    public Set<UUID> eventsTogetherWith(Collection<UUID> events) {
        return movements.values().stream()
                .map(InMemoryTracking::members)
                .filter(members -> members.stream().anyMatch(events::contains))
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private static Set<UUID> members(Judgement row) {
        return row.movement().events().stream().map(RecordedEvent::id).collect(Collectors.toSet());
    }

    @Override
    public Map<UUID, StoredMovement> lockMovementsOf(Collection<UUID> events) {
        return load(movements.values().stream()
                .filter(row -> members(row).stream().anyMatch(events::contains))
                .toList());
    }

    @Override
    public Map<UUID, StoredMovement> lockWithoutWaiting(Collection<UUID> ids) {
        return load(movements.values().stream()
                .filter(row -> ids.contains(row.movement().id()))
                .toList());
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
                            sum(flow -> flow.direction() == Flow.Direction.IN
                                    && isAtPlaceOf(departure, flow)
                                    && !flow.at().isAfter(departure.at())),
                            sum(flow -> flow.direction() == Flow.Direction.OUT
                                            && isAtPlaceOf(departure, flow)
                                            && isBefore(flow, departure))
                                    .plus(departure.mass())));
        }
        return stocks;
    }

    private Mass sum(Predicate<Flow> chosen) {
        return movements.values().stream()
                .flatMap(row -> Flow.of(row.movement(), register.catalogue()).stream())
                .filter(chosen)
                .map(Flow::mass)
                .reduce(Mass.ZERO, Mass::plus);
    }

    private static boolean isAtPlaceOf(Flow one, Flow other) {
        return one.country().equals(other.country()) && one.commodity().equals(other.commodity());
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
        gone.forEach(id -> {
            movements.remove(id);
            findings.getOrDefault(id, new LinkedHashMap<>())
                    .replaceAll((finding, known) -> known.clearedAt() == null ? FindingDiff.cleared(known, at) : known);
        });
        for (Judgement row : judged) {
            movements.put(row.movement().id(), row);
            Map<UUID, Finding> known = findings.computeIfAbsent(row.movement().id(), none -> new LinkedHashMap<>());
            row.changed().forEach(finding -> known.put(finding.id(), finding));
        }
        if (!before.equals(flowsOf(touched))) {
            movements.values().stream()
                    .filter(row -> Flow.of(row.movement(), register.catalogue()).stream()
                            .anyMatch(flow -> flow.direction() == Flow.Direction.OUT))
                    .forEach(row -> again.add(row.movement().id()));
        }
    }

    private Set<Flow> flowsOf(Collection<UUID> ids) {
        return movements.values().stream()
                .filter(row -> ids.contains(row.movement().id()))
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
        Map<UUID, OpenEnd> before = new HashMap<>(ends);
        before.keySet().retainAll(events);
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
        List<OpenEnd> claimed = List.copyOf(changedEnds.subList(0, Math.min(most, changedEnds.size())));
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
