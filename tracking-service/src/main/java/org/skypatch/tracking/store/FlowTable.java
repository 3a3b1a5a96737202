package org.skypatch.tracking.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.tracking.movement.Flow;
import org.skypatch.tracking.movement.Stock;

/** What came into countries and was re-exported, by movement. */
final class FlowTable {

    private final Connection connection;
    private final Access access;

    FlowTable(Connection connection, Access access) {
        this.connection = connection;
        this.access = access;
    }

    /** What had come in and gone out up to each of these re-exports. */
    Map<Flow, Stock> stocks(Collection<Flow> departures) throws SQLException {
        if (departures.isEmpty()) {
            return Map.of();
        }
        lock("pg_advisory_xact_lock", departures);
        List<Flow> rows = List.copyOf(departures);
        Map<Flow, Stock> stocks = new HashMap<>();
        try (Statement select = new Statement(connection, """
                        select o.place,
                            (select coalesce(sum(f.mass_kg), 0) from flow f where f.country = o.country
                                and f.commodity = o.commodity and f.direction = 'in' and f.at <= o.at),
                            (select coalesce(sum(f.mass_kg), 0) from flow f where f.country = o.country
                                and f.commodity = o.commodity and f.direction = 'out'
                                and (f.at, f.movement_id) < (o.at, o.movement))
                        from unnest(?::text[], ?::text[], ?::timestamptz[], ?::uuid[])
                            with ordinality o(country, commodity, at, movement, place)
                        """)
                .column("text", rows, flow -> flow.country().value())
                .column("text", rows, flow -> flow.commodity().value())
                .column("timestamptz", rows, flow -> PostgresTrackingRecords.timestamp(flow.at()))
                .column("uuid", rows, Flow::movement)) {
            select.list(row -> {
                Flow flow = rows.get(row.getInt(1) - 1);
                return stocks.put(
                        flow,
                        new Stock(new Mass(row.getBigDecimal(2)), new Mass(row.getBigDecimal(3)).plus(flow.mass())));
            });
        }
        return stocks;
    }

    /** Puts down the flows of these movements, and marks re-exports that they bear on to be judged again. */
    void save(Collection<UUID> movements, List<Flow> flows) throws SQLException {
        Set<Flow> before = flowsOf(movements);
        Set<Flow> after = new HashSet<>(summed(flows));
        if (before.equals(after)) {
            return;
        }
        Set<Flow> changed = new HashSet<>(before);
        changed.addAll(after);
        changed.removeIf(flow -> before.contains(flow) && after.contains(flow));
        lock("pg_advisory_xact_lock_shared", changed);
        try (Statement delete = new Statement(connection, "delete from flow where movement_id = any(?::uuid[])")
                .withAll("uuid", movements)) {
            delete.update();
        }
        List<Flow> rows = List.copyOf(after);
        try (Statement insert = new Statement(
                        connection,
                        "insert into flow(movement_id, country, commodity, direction, at, mass_kg) select * from"
                                + " unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::numeric[])")
                .column("uuid", rows, Flow::movement)
                .column("text", rows, flow -> flow.country().value())
                .column("text", rows, flow -> flow.commodity().value())
                .column("text", rows, flow -> flow.direction().label())
                .column("timestamptz", rows, flow -> PostgresTrackingRecords.timestamp(flow.at()))
                .column("numeric", rows, flow -> flow.mass().kilograms())) {
            insert.update();
        }
        mark(List.copyOf(changed));
    }

    /**
     * Whoever reckons up what flowed waits for those that are putting down flows of the same commodity and country, and
     * they for it: else a re-export and the import before it, each not seeing the other yet, would both miss it.
     */
    private void lock(String how, Collection<Flow> flows) throws SQLException {
        if (access != Access.SHARED) {
            return;
        }
        List<String> names = flows.stream()
                .map(flow -> "flow " + flow.country() + " " + flow.commodity())
                .distinct()
                .toList();
        try (Statement lock = new Statement(
                        connection,
                        "select count(" + how + "(name)) from (select hashtextextended(name, 0) as name"
                                + " from unnest(?::text[]) name order by 1) ordered")
                .withAll("text", names)) {
            lock.list(row -> row.getLong(1));
        }
    }

    private void mark(List<Flow> changed) throws SQLException {
        try (Statement mark = new Statement(connection, """
                        insert into rejudgement(movement_id)
                        select distinct f.movement_id from flow f
                        join unnest(?::text[], ?::text[], ?::timestamptz[], ?::uuid[]) c(country, commodity, at, movement)
                            on c.country = f.country and c.commodity = f.commodity and f.at >= c.at
                        where f.direction = 'out' and f.movement_id <> c.movement
                        on conflict do nothing
                        """)
                .column("text", changed, flow -> flow.country().value())
                .column("text", changed, flow -> flow.commodity().value())
                .column("timestamptz", changed, flow -> PostgresTrackingRecords.timestamp(flow.at()))
                .column("uuid", changed, Flow::movement)) {
            mark.update();
        }
    }

    private Set<Flow> flowsOf(Collection<UUID> movements) throws SQLException {
        try (Statement select = new Statement(
                        connection,
                        "select movement_id, country, commodity, direction, at, mass_kg from flow"
                                + " where movement_id = any(?::uuid[])")
                .withAll("uuid", movements)) {
            return new HashSet<>(select.list(row -> new Flow(
                    row.getObject(1, UUID.class),
                    CountryCode.of(row.getString(2)),
                    CommodityId.of(row.getString(3)),
                    row.getString(4).equals(Flow.Direction.IN.label()) ? Flow.Direction.IN : Flow.Direction.OUT,
                    row.getObject(5, OffsetDateTime.class).toInstant(),
                    new Mass(row.getBigDecimal(6)))));
        }
    }

    /** One row for what a movement brings at one time. */
    private static List<Flow> summed(List<Flow> flows) {
        Map<Flow, Mass> sums = new HashMap<>();
        for (Flow flow : flows) {
            sums.merge(
                    new Flow(flow.movement(), flow.country(), flow.commodity(), flow.direction(), flow.at(), Mass.ZERO),
                    flow.mass(),
                    Mass::plus);
        }
        List<Flow> summed = new ArrayList<>();
        sums.forEach((flow, mass) -> summed.add(
                new Flow(flow.movement(), flow.country(), flow.commodity(), flow.direction(), flow.at(), mass)));
        return summed;
    }
}
