package org.skypatch.tracking.store;

import static org.skypatch.tracking.store.PostgresTrackingRecords.timestamp;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.tracking.movement.ReferenceKey;

/** The events ever applied, by id, by month and by what they refer to. */
final class EventArchive {

    private static final String EVENT = "select e.payload from event_key k"
            + " join customs_event e on e.id = k.id and e.recorded_at = k.recorded_at";

    private final Connection connection;
    private final Json json;

    EventArchive(Connection connection, Json json) {
        this.connection = connection;
        this.json = json;
    }

    private record Reference(ReferenceKey key, UUID event) {}

    /** Archives what is new; of several contents under one new id the one that was recorded first. */
    List<RecordedEvent> insertNew(List<RecordedEvent> events) throws SQLException {
        Map<UUID, RecordedEvent> candidates = new LinkedHashMap<>();
        events.stream()
                .sorted(Comparator.comparing(RecordedEvent::id)
                        .thenComparing(RecordedEvent::recordedAt)
                        .thenComparing(RecordedEvent::contentHash))
                .forEach(event -> candidates.putIfAbsent(event.id(), event));
        Set<UUID> fresh = insertKeys(candidates.values());
        List<RecordedEvent> inserted = candidates.values().stream()
                .filter(event -> fresh.contains(event.id()))
                .toList();
        List<RecordedEvent> others = events.stream()
                .filter(event -> !fresh.contains(event.id())
                        || !candidates.get(event.id()).contentHash().equals(event.contentHash()))
                .toList();
        rememberConflicts(others);
        insertEvents(inserted);
        insertReferences(inserted);
        return inserted;
    }

    private Set<UUID> insertKeys(Collection<RecordedEvent> events) throws SQLException {
        try (Statement insert = new Statement(
                        connection,
                        "insert into event_key(id, content_hash, recorded_at)"
                                + " select * from unnest(?::uuid[], ?::text[], ?::timestamptz[])"
                                + " on conflict do nothing returning id")
                .column("uuid", events, RecordedEvent::id)
                .column("text", events, RecordedEvent::contentHash)
                .column("timestamptz", events, event -> timestamp(event.recordedAt()))) {
            return new HashSet<>(insert.list(row -> row.getObject(1, UUID.class)));
        }
    }

    private void rememberConflicts(List<RecordedEvent> others) throws SQLException {
        if (others.isEmpty()) {
            return;
        }
        try (Statement insert = new Statement(
                        connection,
                        "insert into event_conflict(event_id, content_hash, recorded_at, payload)"
                                + " select o.id, o.hash, o.recorded_at, o.payload"
                                + " from unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::bytea[])"
                                + " o(id, hash, recorded_at, payload)"
                                + " join event_key k on k.id = o.id and k.content_hash <> o.hash"
                                + " on conflict do nothing")
                .column("uuid", others, RecordedEvent::id)
                .column("text", others, RecordedEvent::contentHash)
                .column("timestamptz", others, event -> timestamp(event.recordedAt()))
                .column("bytea", others, json::write)) {
            insert.update();
        }
    }

    private void insertEvents(List<RecordedEvent> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        try (Statement insert = new Statement(
                        connection,
                        "insert into customs_event(id, recorded_at, reported_by, payload)"
                                + " select * from unnest(?::uuid[], ?::timestamptz[], ?::text[], ?::bytea[])")
                .column("uuid", events, RecordedEvent::id)
                .column("timestamptz", events, event -> timestamp(event.recordedAt()))
                .column("text", events, event -> event.event().reportedBy().value())
                .column("bytea", events, json::write)) {
            insert.update();
        }
    }

    private void insertReferences(List<RecordedEvent> events) throws SQLException {
        List<Reference> references = new ArrayList<>();
        for (RecordedEvent event : events) {
            ReferenceKey.of(event).forEach(key -> references.add(new Reference(key, event.id())));
        }
        if (references.isEmpty()) {
            return;
        }
        try (Statement insert = new Statement(
                        connection,
                        "insert into event_reference(kind, value, event_id)"
                                + " select * from unnest(?::text[], ?::text[], ?::uuid[])")
                .column("text", references, reference -> reference.key().kind().name())
                .column("text", references, reference -> reference.key().value())
                .column("uuid", references, Reference::event)) {
            insert.update();
        }
    }

    /** The events that carry one of the keys or have one of the ids. */
    List<RecordedEvent> sharing(Collection<ReferenceKey> keys, Collection<UUID> ids) throws SQLException {
        Set<UUID> wanted = new TreeSet<>(ids);
        if (!keys.isEmpty()) {
            try (Statement select = new Statement(
                            connection,
                            "select distinct r.event_id from unnest(?::text[], ?::text[]) k(kind, value)"
                                    + " join event_reference r on r.kind = k.kind and r.value = k.value")
                    .column("text", keys, key -> key.kind().name())
                    .column("text", keys, ReferenceKey::value)) {
                wanted.addAll(select.list(row -> row.getObject(1, UUID.class)));
            }
        }
        return byId(wanted);
    }

    List<RecordedEvent> byId(Collection<UUID> ids) throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        try (Statement select =
                new Statement(connection, EVENT + " where k.id = any(?::uuid[])").withAll("uuid", ids)) {
            return select.list(row -> json.read(row.getBytes(1), RecordedEvent.class));
        }
    }

    /** The content hashes of those of the events that have been applied. */
    static Map<UUID, String> hashes(Connection connection, Collection<UUID> ids) throws SQLException {
        try (Statement select = new Statement(
                        connection, "select id, content_hash from event_key where id = any(?::uuid[])")
                .withAll("uuid", ids)) {
            Map<UUID, String> hashes = new HashMap<>();
            select.list(row -> hashes.put(row.getObject(1, UUID.class), row.getString(2)));
            return hashes;
        }
    }
}
