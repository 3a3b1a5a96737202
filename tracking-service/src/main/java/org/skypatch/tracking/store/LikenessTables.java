package org.skypatch.tracking.store;

import static org.skypatch.tracking.store.PostgresTrackingRecords.timestamp;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.skypatch.tracking.movement.Likeness;
import org.skypatch.tracking.movement.Link;
import org.skypatch.tracking.movement.OpenEnd;

/** Open ends, what has changed among them, and the links found, in the tables of likeness. */
final class LikenessTables {

    /** The name of the lock under which one transaction at a time finds out what is alike. */
    private static final long LOCK = 0x5B1_11CE_4E55L;

    private final Connection connection;
    private final Json json;

    LikenessTables(Connection connection, Json json) {
        this.connection = connection;
        this.json = json;
    }

    boolean claim() throws SQLException {
        try (Statement lock = new Statement(connection, "select pg_try_advisory_xact_lock(?)").with(LOCK)) {
            return lock.list(row -> row.getBoolean(1)).getFirst();
        }
    }

    List<Link> linksOf(Collection<UUID> parts) throws SQLException {
        if (parts.isEmpty()) {
            return List.of();
        }
        try (Statement select =
                new Statement(connection, """
                        select departure, arrival, likeness from movement_link where departure = any(?::uuid[])
                        union
                        select departure, arrival, likeness from movement_link where arrival = any(?::uuid[])
                        """).withAll("uuid", parts).withAll("uuid", parts)) {
            return select.list(row -> new Link(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    json.read(row.getBytes(3), Likeness.class)));
        }
    }

    void link(Collection<UUID> parts, Collection<Link> links) throws SQLException {
        try (Statement delete = new Statement(
                        connection,
                        "delete from movement_link where departure = any(?::uuid[]) or arrival = any(?::uuid[])")
                .withAll("uuid", parts)
                .withAll("uuid", parts)) {
            delete.update();
        }
        try (Statement insert = new Statement(
                        connection,
                        "insert into movement_link(departure, arrival, likeness)"
                                + " select * from unnest(?::uuid[], ?::uuid[], ?::bytea[])")
                .column("uuid", links, Link::departure)
                .column("uuid", links, Link::arrival)
                .column("bytea", links, link -> json.write(link.likeness()))) {
            insert.update();
        }
    }

    void keep(Collection<UUID> events, List<OpenEnd> ends, Instant at) throws SQLException {
        Map<UUID, OpenEnd> before = new HashMap<>();
        try (Statement select = new Statement(connection, "select body from open_end where part = any(?::uuid[])")
                .withAll("uuid", events)) {
            select.list(row -> json.read(row.getBytes(1), OpenEnd.class)).forEach(end -> before.put(end.part(), end));
        }
        List<OpenEnd> fresh = new ArrayList<>();
        for (OpenEnd end : ends) {
            if (!end.equals(before.get(end.part()))) {
                fresh.add(end);
            } else {
                before.remove(end.part());
            }
        }
        if (!before.isEmpty()) {
            try (Statement delete = new Statement(connection, "delete from open_end where part = any(?::uuid[])")
                    .withAll("uuid", before.keySet())) {
                delete.update();
            }
        }
        insert(fresh);
        List<OpenEnd> changed = new ArrayList<>(before.values());
        changed.addAll(fresh);
        remember(changed, at);
    }

    private void insert(List<OpenEnd> ends) throws SQLException {
        if (ends.isEmpty()) {
            return;
        }
        try (Statement insert = new Statement(
                        connection,
                        "insert into open_end(part, dispatch, destination, is_departure, mass_kg, at, body)"
                                + " select * from unnest(?::uuid[], ?::text[], ?::text[], ?::boolean[], ?::numeric[],"
                                + " ?::timestamptz[], ?::bytea[])")
                .column("uuid", ends, OpenEnd::part)
                .column("text", ends, end -> end.dispatch().value())
                .column("text", ends, end -> end.destination().value())
                .column("boolean", ends, OpenEnd::isDeparture)
                .column("numeric", ends, end -> end.mass().kilograms())
                .column("timestamptz", ends, end -> end.at().toString())
                .column("bytea", ends, json::write)) {
            insert.update();
        }
    }

    private void remember(List<OpenEnd> changed, Instant at) throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        try (Statement insert = new Statement(
                        connection, "insert into open_end_change(changed_at, body) select ?, * from unnest(?::bytea[])")
                .with(timestamp(at))
                .column("bytea", changed, json::write)) {
            insert.update();
        }
    }

    List<OpenEnd> claimChanged(Instant before, int most) throws SQLException {
        try (Statement claim =
                new Statement(connection, """
                        delete from open_end_change where id in (
                            select id from open_end_change where changed_at <= ? order by id limit ?)
                        returning body
                        """).with(timestamp(before)).with(most)) {
            return claim.list(row -> json.read(row.getBytes(1), OpenEnd.class));
        }
    }

    List<OpenEnd> about(Collection<OpenEnd> ends) throws SQLException {
        if (ends.isEmpty()) {
            return List.of();
        }
        try (Statement select = new Statement(connection, """
                        select distinct on (found.part) found.body
                        from unnest(?::uuid[], ?::text[], ?::text[], ?::boolean[], ?::numeric[], ?::numeric[],
                                    ?::timestamptz[], ?::timestamptz[])
                                 asked(part, dispatch, destination, is_departure, least, most, opens, closes)
                        join lateral (
                            select part, body from open_end
                            where dispatch = asked.dispatch and destination = asked.destination
                              and is_departure <> asked.is_departure
                              and mass_kg between asked.least and asked.most
                              and at between asked.opens and asked.closes
                            union all
                            select part, body from open_end where part = asked.part
                        ) found on true
                        order by found.part
                        """)
                .column("uuid", ends, OpenEnd::part)
                .column("text", ends, end -> end.dispatch().value())
                .column("text", ends, end -> end.destination().value())
                .column("boolean", ends, OpenEnd::isDeparture)
                .column("numeric", ends, OpenEnd::leastMass)
                .column("numeric", ends, OpenEnd::mostMass)
                .column("timestamptz", ends, end -> end.otherEndFrom().toString())
                .column("timestamptz", ends, end -> end.otherEndUntil().toString())) {
            return select.list(row -> json.read(row.getBytes(1), OpenEnd.class));
        }
    }
}
