package org.skypatch.tracking.store;

import static org.skypatch.tracking.store.PostgresTrackingRecords.timestamp;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
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
import java.util.stream.Stream;
import org.skypatch.contracts.customs.CustomsEvent;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.customs.NamedTrader;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.tracking.movement.Flow;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.movement.MovementOutline;
import org.skypatch.tracking.process.TrackingRecords.Judgement;
import org.skypatch.tracking.process.TrackingRecords.StoredMovement;
import org.skypatch.tracking.register.Register;

/** Movements, whom they concern, their findings, deadlines. */
final class MovementTables {

    private static final String BETWEEN = "\u001f";

    private final Connection connection;
    private final Json json;
    private final Register register;
    private final FindingTable findings;
    private final DeadlineTables deadlines;
    private final FlowTable flows;

    MovementTables(Connection connection, Json json, Register register, Access access) {
        this.connection = connection;
        this.json = json;
        this.register = register;
        this.findings = new FindingTable(connection, json);
        this.deadlines = new DeadlineTables(connection);
        this.flows = new FlowTable(connection, access);
    }

    Set<UUID> eventsTogetherWith(Collection<UUID> events) throws SQLException {
        try (Statement select = new Statement(
                        connection,
                        "select distinct mine.event_id from movement_event theirs"
                                + " join movement_event mine on mine.movement_id = theirs.movement_id"
                                + " where theirs.event_id = any(?::uuid[])")
                .withAll("uuid", events)) {
            return new HashSet<>(select.list(row -> row.getObject(1, UUID.class)));
        }
    }

    /** The movements that hold these events, locked in one order. */
    List<UUID> lockThoseOf(Collection<UUID> events) throws SQLException {
        try (Statement select = new Statement(
                        connection,
                        "select id from movement where id in"
                                + " (select movement_id from movement_event where event_id = any(?::uuid[]))"
                                + " order by id for update")
                .withAll("uuid", events)) {
            return select.list(row -> row.getObject(1, UUID.class));
        }
    }

    /** These movements, locked in one order; fails at once if another transaction has one of them. */
    List<UUID> lockWithoutWaiting(Collection<UUID> movements) throws SQLException {
        try (Statement select = new Statement(
                        connection, "select id from movement where id = any(?::uuid[]) order by id for update nowait")
                .withAll("uuid", movements)) {
            return select.list(row -> row.getObject(1, UUID.class));
        }
    }

    /** Movements that are due, or whose evidence has changed; each taken by one transaction only. */
    List<UUID> claimDue(Instant now, int most) throws SQLException {
        return deadlines.claimDue(now, most);
    }

    Map<UUID, StoredMovement> load(Collection<UUID> ids) throws SQLException {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Set<UUID>> events = membership(ids);
        Map<UUID, List<Finding>> known = findings.of(ids);
        Map<UUID, StoredMovement> loaded = new HashMap<>();
        try (Statement select = new Statement(
                        connection,
                        "select m.id, m.judged_at, d.due_at from movement m"
                                + " left join deadline d on d.movement_id = m.id where m.id = any(?::uuid[])")
                .withAll("uuid", ids)) {
            select.list(row -> {
                UUID id = row.getObject(1, UUID.class);
                return loaded.put(
                        id,
                        new StoredMovement(
                                id,
                                events.getOrDefault(id, Set.of()),
                                known.getOrDefault(id, List.of()),
                                Optional.ofNullable(row.getObject(3, OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant)
                                        .orElse(null),
                                row.getObject(2, OffsetDateTime.class).toInstant()));
            });
        }
        return loaded;
    }

    private Map<UUID, Set<UUID>> membership(Collection<UUID> movements) throws SQLException {
        return pairs("select movement_id, event_id from movement_event where movement_id = any(?::uuid[])", movements);
    }

    /** The events of the consignments out of which the movements are folded. */
    Map<UUID, Set<UUID>> consignmentsOf(Collection<UUID> movements) throws SQLException {
        return pairs(
                "select own.movement_id, whole.event_id from movement_event own"
                        + " join movement_event shared on shared.event_id = own.event_id"
                        + " join movement_event whole on whole.movement_id = shared.movement_id"
                        + " where own.movement_id = any(?::uuid[])",
                movements);
    }

    private Map<UUID, Set<UUID>> pairs(String sql, Collection<UUID> movements) throws SQLException {
        Map<UUID, Set<UUID>> pairs = new TreeMap<>();
        try (Statement select = new Statement(connection, sql).withAll("uuid", movements)) {
            select.list(row -> pairs.computeIfAbsent(row.getObject(1, UUID.class), none -> new TreeSet<>())
                    .add(row.getObject(2, UUID.class)));
        }
        return pairs;
    }

    void save(List<Judgement> judged, Collection<UUID> gone, Instant at) throws SQLException {
        findings.close(gone, at);
        flows.save(gone, List.of());
        deadlines.delete("movement", gone);
        if (judged.isEmpty()) {
            return;
        }
        saveMovements(judged);
        saveMembership(judged);
        new AudienceTable(connection, register).save(judged);
        findings.save(judged);
        deadlines.save(judged);
        flows.save(
                judged.stream().map(row -> row.movement().id()).toList(),
                judged.stream()
                        .flatMap(row -> Flow.of(row.movement(), register.catalogue()).stream())
                        .toList());
    }

    private void saveMovements(List<Judgement> judged) throws SQLException {
        try (Statement upsert = new Statement(connection, """
                        insert into movement(id, status, joined, dispatch, destination, transit, commodities, groups, traders,
                            search_text, started_at, outline, verdict, judged_at)
                        select id, status, joined, dispatch, destination,
                            string_to_array(transit, e'\\x1f'), string_to_array(commodities, e'\\x1f'),
                            string_to_array(groups, e'\\x1f'), string_to_array(traders, e'\\x1f'),
                            search_text, started_at, outline, verdict, judged_at
                        from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::timestamptz[], ?::bytea[], ?::bytea[], ?::timestamptz[])
                            m(id, status, joined, dispatch, destination, transit, commodities, groups, traders,
                            search_text, started_at, outline, verdict, judged_at)
                        on conflict (id) do update set status = excluded.status, joined = excluded.joined,
                            dispatch = excluded.dispatch, destination = excluded.destination, transit = excluded.transit,
                            commodities = excluded.commodities, groups = excluded.groups, traders = excluded.traders,
                            search_text = excluded.search_text, started_at = excluded.started_at,
                            outline = excluded.outline, verdict = excluded.verdict, judged_at = excluded.judged_at
                        """)
                .column("uuid", judged, row -> row.movement().id())
                .column("text", judged, Judgement::status)
                .column("text", judged, row -> row.movement().joined().label())
                .column("text", judged, row -> row.movement().route().dispatch().value())
                .column(
                        "text",
                        judged,
                        row -> row.movement().route().destination().value())
                .column("text", judged, row -> joined(row.movement().route().transit().stream()))
                .column("text", judged, row -> joined(row.movement().commodities(register.catalogue()).stream()))
                .column(
                        "text",
                        judged,
                        row -> joined(row.movement().commodities(register.catalogue()).stream()
                                .flatMap(id -> register.catalogue().groups(id).stream())
                                .distinct()
                                .sorted()))
                .column("text", judged, row -> joined(traders(row.movement()).stream()))
                .column("text", judged, row -> searchText(row.movement()))
                .column("timestamptz", judged, row -> timestamp(row.movement().startedAt()))
                .column("bytea", judged, row -> json.write(MovementOutline.of(row.movement(), register.catalogue())))
                .column("bytea", judged, row -> json.write(row.verdict()))
                .column("timestamptz", judged, row -> timestamp(row.judgedAt()))) {
            upsert.update();
        }
    }

    private static String joined(Stream<?> values) {
        return values.map(Object::toString).collect(Collectors.joining(BETWEEN));
    }

    private static Stream<CustomsEvent> reports(Movement movement) {
        return movement.events().stream()
                .map(RecordedEvent::event)
                .filter(event -> event.type() != CustomsEventType.SUSPICION_REPORTED);
    }

    private static Stream<NamedTrader> named(Movement movement) {
        return reports(movement).map(CustomsEvent::traders).flatMap(traders -> Stream.of(
                        Optional.ofNullable(traders.exporter()),
                        Optional.ofNullable(traders.importer()),
                        Optional.ofNullable(traders.carrier()),
                        Optional.ofNullable(traders.generator()),
                        Optional.ofNullable(traders.facility()))
                .flatMap(Optional::stream));
    }

    private static Set<String> traders(Movement movement) {
        return named(movement)
                .flatMap(trader -> Stream.ofNullable(trader.id()))
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String searchText(Movement movement) {
        return Stream.concat(
                        named(movement).flatMap(trader -> Stream.ofNullable(trader.name())),
                        reports(movement).flatMap(event -> Stream.ofNullable(event.remarks())))
                .distinct()
                .collect(Collectors.joining(" "))
                .toLowerCase(java.util.Locale.ROOT);
    }

    private record Member(UUID event, UUID movement) {}

    private void saveMembership(List<Judgement> judged) throws SQLException {
        List<Member> members = judged.stream()
                .flatMap(row -> row.movement().events().stream()
                        .map(event -> new Member(event.id(), row.movement().id())))
                .toList();
        try (Statement delete = new Statement(
                        connection,
                        "delete from movement_event e where movement_id = any(?::uuid[]) and not exists"
                                + " (select from unnest(?::uuid[], ?::uuid[]) kept(event_id, movement_id)"
                                + " where kept.event_id = e.event_id and kept.movement_id = e.movement_id)")
                .column("uuid", judged, row -> row.movement().id())
                .column("uuid", members, Member::event)
                .column("uuid", members, Member::movement)) {
            delete.update();
        }
        try (Statement insert = new Statement(
                        connection,
                        "insert into movement_event(event_id, movement_id) select * from unnest(?::uuid[], ?::uuid[])"
                                + " on conflict do nothing")
                .column("uuid", members, Member::event)
                .column("uuid", members, Member::movement)) {
            insert.update();
        }
    }
}
