package org.skypatch.tracking.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.finding.FindingEvent;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.contracts.topic.Topic;
import org.skypatch.edge.outbox.Outbox;
import org.skypatch.edge.outbox.OutgoingMessage;
import org.skypatch.tracking.finding.ThresholdSet;
import org.skypatch.tracking.movement.Flow;
import org.skypatch.tracking.movement.Link;
import org.skypatch.tracking.movement.OpenEnd;
import org.skypatch.tracking.movement.ReferenceKey;
import org.skypatch.tracking.movement.Stock;
import org.skypatch.tracking.process.Citations;
import org.skypatch.tracking.process.CorridorRecords;
import org.skypatch.tracking.process.EnquiryRecords;
import org.skypatch.tracking.process.LedgerRecords;
import org.skypatch.tracking.process.LinkRecords;
import org.skypatch.tracking.process.ReleaseRecords;
import org.skypatch.tracking.process.TrackingRecords;
import org.skypatch.tracking.process.WholeState;
import org.skypatch.tracking.register.Cited;
import org.skypatch.tracking.register.Register;

/** Tracking's memory in one PostgreSQL transaction. */
final class PostgresTrackingRecords implements TrackingRecords {

    private final Connection connection;
    private final Json json;
    private final EventArchive archive;
    private final MovementTables movements;
    private final LikenessTables likenesses;
    private final LedgerTables ledgers;
    private final CorridorTables corridors;
    private final EnquiryTables enquiries;
    private final Register register;
    private final List<ThresholdSet> thresholds;
    private final Access access;

    PostgresTrackingRecords(Connection connection, Json json, RegisterCache registers, Access access)
            throws SQLException {
        this.connection = connection;
        this.access = access;
        this.json = json;
        this.archive = new EventArchive(connection, json);
        RegisterCache.Known known = registers.known(connection);
        this.register = known.register();
        this.thresholds = known.thresholds();
        this.ledgers = new LedgerTables(connection, json);
        this.corridors = new CorridorTables(connection);
        this.enquiries = new EnquiryTables(connection);
        this.movements = new MovementTables(connection, json, register, access);
        this.likenesses = new LikenessTables(connection, json);
    }

    /** Work on the database. */
    @FunctionalInterface
    private interface Work<T> {
        T done() throws SQLException;
    }

    private static <T> T sql(Work<T> work) {
        try {
            return work.done();
        } catch (SQLException e) {
            throw new PostgresTransactions.Failed(e);
        }
    }

    @Override
    public Register register() {
        return register;
    }

    @Override
    public List<ThresholdSet> thresholds() {
        return thresholds;
    }

    @Override
    public Cited cited(Citations citations, Predicate<RegistryEvent> known) {
        return sql(() -> new CitedRecords(connection, json).read(citations, known));
    }

    @Override
    public Map<Flow, Stock> stocks(Collection<Flow> departures) {
        return sql(() -> new FlowTable(connection, access).stocks(departures));
    }

    @Override
    public WholeState whole() {
        return new WholeStateTables(connection, json);
    }

    @Override
    public EnquiryRecords enquiries() {
        return enquiries;
    }

    @Override
    public LinkRecords manualLinks() {
        return new LinkTable(connection);
    }

    @Override
    public ReleaseRecords releases() {
        return new ReleaseTable(connection);
    }

    @Override
    public CorridorRecords corridors() {
        return corridors;
    }

    @Override
    public LedgerRecords ledgers() {
        return ledgers;
    }

    @Override
    public void lock(Collection<ReferenceKey> keys) {
        if (access != Access.ALONE) {
            sql(() -> KeyLocks.take(connection, keys));
        }
    }

    @Override
    public boolean tryLock(Collection<ReferenceKey> keys) {
        return keys.isEmpty() || access == Access.ALONE || sql(() -> KeyLocks.tryTaking(connection, keys));
    }

    @Override
    public List<RecordedEvent> archiveNew(List<RecordedEvent> events) {
        return sql(() -> archive.insertNew(events));
    }

    @Override
    public List<RecordedEvent> eventsSharing(Collection<ReferenceKey> keys, Collection<UUID> ids) {
        return sql(() -> archive.sharing(keys, ids));
    }

    @Override
    public Set<UUID> eventsTogetherWith(Collection<UUID> events) {
        return sql(() -> movements.eventsTogetherWith(events));
    }

    @Override
    public Map<UUID, StoredMovement> lockMovementsOf(Collection<UUID> events) {
        return sql(() -> movements.load(movements.lockThoseOf(events)));
    }

    @Override
    public Map<UUID, StoredMovement> lockWithoutWaiting(Collection<UUID> ids) {
        return sql(() -> movements.load(movements.lockWithoutWaiting(ids)));
    }

    @Override
    public Map<UUID, StoredMovement> claimDue(Instant now, int most) {
        return sql(() -> movements.load(movements.claimDue(now, most)));
    }

    @Override
    public Map<UUID, List<RecordedEvent>> eventsOf(Collection<UUID> ids) {
        return sql(() -> {
            Map<UUID, Set<UUID>> members = movements.consignmentsOf(ids);
            Set<UUID> all = new HashSet<>();
            members.values().forEach(all::addAll);
            Map<UUID, RecordedEvent> byId = new LinkedHashMap<>();
            archive.byId(all).forEach(event -> byId.put(event.id(), event));
            Map<UUID, List<RecordedEvent>> events = new LinkedHashMap<>();
            members.forEach((movement, own) -> events.put(
                    movement,
                    own.stream().filter(byId::containsKey).map(byId::get).toList()));
            return events;
        });
    }

    @Override
    public void save(List<Judgement> judged, Collection<UUID> gone, Instant at) {
        sql(() -> {
            movements.save(judged, gone, at);
            if (!judged.isEmpty()) {
                corridors.saveJourneys(judged, register().catalogue());
                new RuleFailureTable(connection).save(judged);
            }
            return null;
        });
    }

    @Override
    public List<Link> linksOf(Collection<UUID> parts) {
        return sql(() -> likenesses.linksOf(parts));
    }

    @Override
    public void keepOpenEnds(Collection<UUID> events, List<OpenEnd> ends, Instant at) {
        sql(() -> {
            likenesses.keep(events, ends, at);
            return null;
        });
    }

    @Override
    public boolean claimLikenesses() {
        return sql(likenesses::claim);
    }

    @Override
    public List<OpenEnd> claimChangedEnds(Instant before, int most) {
        return sql(() -> likenesses.claimChanged(before, most));
    }

    @Override
    public List<OpenEnd> openEndsAbout(Collection<OpenEnd> ends) {
        return sql(() -> likenesses.about(ends));
    }

    @Override
    public void link(Collection<UUID> parts, Collection<Link> links) {
        sql(() -> {
            likenesses.link(parts, links);
            return null;
        });
    }

    @Override
    public Set<UUID> firstTime(Collection<UUID> notices) {
        if (notices.isEmpty()) {
            return Set.of();
        }
        return sql(() -> {
            try (Statement insert = new Statement(
                            connection,
                            "insert into departure_notice(id) select unnest(?::uuid[])"
                                    + " on conflict do nothing returning id")
                    .withAll("uuid", new TreeSet<>(notices))) {
                return new HashSet<>(insert.list(row -> row.getObject(1, UUID.class)));
            }
        });
    }

    @Override
    public void tell(List<FindingEvent> news) {
        List<OutgoingMessage> messages = news.stream()
                .map(event -> new OutgoingMessage(
                        Topic.FINDINGS,
                        event.id(),
                        type(event),
                        event.movement().id().toString(),
                        json.write(event)))
                .toList();
        sql(() -> {
            Outbox.append(connection, messages);
            return null;
        });
    }

    private static String type(FindingEvent event) {
        return switch (event) {
            case FindingEvent.FindingRaised _ -> "finding-raised";
            case FindingEvent.FindingChanged _ -> "finding-changed";
            case FindingEvent.FindingCleared _ -> "finding-cleared";
            case FindingEvent.DepartureNotified _ -> "departure-notice";
        };
    }

    /** An instant as PostgreSQL takes it. */
    static java.time.OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
