package org.skypatch.tracking.store;

import static org.skypatch.tracking.store.PostgresTrackingRecords.timestamp;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.skypatch.contracts.customs.TransportMode;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.corridor.Corridor;
import org.skypatch.tracking.corridor.Trade;
import org.skypatch.tracking.corridor.TransitTime;
import org.skypatch.tracking.corridor.UsualPrice;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.process.CorridorRecords;
import org.skypatch.tracking.process.TrackingRecords.Judgement;
import org.skypatch.tracking.register.Catalogue;

/** Journeys of goods that arrived, and what was learned from them month by month. */
final class CorridorTables implements CorridorRecords {

    private final Connection connection;
    private final PriceTables prices;

    CorridorTables(Connection connection) {
        this.connection = connection;
        this.prices = new PriceTables(connection);
    }

    private record Journey(UUID movement, Corridor corridor, Instant departed, Instant arrived) {

        static Optional<Journey> of(Movement movement) {
            Optional<Instant> departed = movement.departure().map(Fact::occurredAt);
            Optional<Instant> arrived = movement.arrivals().stream().findFirst().map(Fact::occurredAt);
            return departed.isPresent() && arrived.isPresent() && !arrived.get().isBefore(departed.get())
                    ? Corridor.of(movement)
                            .map(corridor -> new Journey(movement.id(), corridor, departed.get(), arrived.get()))
                    : Optional.empty();
        }
    }

    /** Puts down the journeys of movements as they now stand, and what their goods cost. */
    void saveJourneys(List<Judgement> judged, Catalogue catalogue) throws SQLException {
        prices.save(judged, catalogue);
        List<Journey> journeys = judged.stream()
                .map(Judgement::movement)
                .flatMap(movement -> Journey.of(movement).stream())
                .toList();
        try (Statement delete = new Statement(connection, "delete from journey where movement_id = any(?::uuid[])")
                .column("uuid", judged, row -> row.movement().id())) {
            delete.update();
        }
        if (journeys.isEmpty()) {
            return;
        }
        try (Statement insert = new Statement(
                        connection,
                        "insert into journey(movement_id, dispatch, destination, mode, departed_at, arrived_at)"
                                + " select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[],"
                                + " ?::timestamptz[])")
                .column("uuid", journeys, Journey::movement)
                .column("text", journeys, journey -> journey.corridor().from().value())
                .column("text", journeys, journey -> journey.corridor().to().value())
                .column("text", journeys, journey -> journey.corridor().mode().label())
                .column("timestamptz", journeys, journey -> timestamp(journey.departed()))
                .column("timestamptz", journeys, journey -> timestamp(journey.arrived()))) {
            insert.update();
        }
    }

    @Override
    public List<TransitTime> of(Collection<Corridor> corridors) {
        if (corridors.isEmpty()) {
            return List.of();
        }
        try (Statement select = new Statement(
                        connection,
                        "select t.dispatch, t.destination, t.mode, t.month, t.p90_seconds, t.p99_seconds, t.sample"
                                + " from unnest(?::text[], ?::text[], ?::text[]) c(dispatch, destination, mode)"
                                + " join transit_time t on t.dispatch = c.dispatch and t.destination = c.destination"
                                + " and t.mode = c.mode")
                .column("text", corridors, corridor -> corridor.from().value())
                .column("text", corridors, corridor -> corridor.to().value())
                .column("text", corridors, corridor -> corridor.mode().label())) {
            return select.list(row -> new TransitTime(
                    corridor(row.getString(1), row.getString(2), row.getString(3)),
                    YearMonth.from(row.getObject(4, LocalDate.class)),
                    Duration.ofSeconds(row.getLong(5)),
                    Duration.ofSeconds(row.getLong(6)),
                    row.getLong(7)));
        } catch (SQLException e) {
            throw new PostgresTransactions.Failed(e);
        }
    }

    private static Corridor corridor(String from, String to, String mode) {
        return new Corridor(CountryCode.of(from), CountryCode.of(to), TransportMode.of(mode));
    }

    @Override
    public boolean claim(YearMonth month, Instant at) {
        try (Statement insert = new Statement(
                        connection,
                        "insert into transit_snapshot(month, taken_at) values (?, ?) on conflict do nothing")
                .with(month.atDay(1))
                .with(timestamp(at))) {
            return insert.update() == 1;
        } catch (SQLException e) {
            throw new PostgresTransactions.Failed(e);
        }
    }

    @Override
    public Map<Corridor, List<Duration>> journeys(Instant from, Instant before) {
        Map<Corridor, List<Duration>> journeys = new HashMap<>();
        try (Statement select = new Statement(
                        connection,
                        "select dispatch, destination, mode, departed_at, arrived_at from journey"
                                + " where arrived_at >= ? and arrived_at < ?")
                .with(timestamp(from))
                .with(timestamp(before))) {
            select.list(row -> journeys.computeIfAbsent(
                            corridor(row.getString(1), row.getString(2), row.getString(3)), none -> new ArrayList<>())
                    .add(Duration.between(
                            row.getObject(4, OffsetDateTime.class).toInstant(),
                            row.getObject(5, OffsetDateTime.class).toInstant())));
            return journeys;
        } catch (SQLException e) {
            throw new PostgresTransactions.Failed(e);
        }
    }

    @Override
    public void save(List<TransitTime> learned) {
        if (learned.isEmpty()) {
            return;
        }
        try (Statement insert = new Statement(
                        connection,
                        "insert into transit_time(month, dispatch, destination, mode, p90_seconds, p99_seconds, sample)"
                                + " select * from unnest(?::date[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],"
                                + " ?::bigint[])")
                .column(
                        "date",
                        learned,
                        time -> java.sql.Date.valueOf(time.month().atDay(1)))
                .column("text", learned, time -> time.corridor().from().value())
                .column("text", learned, time -> time.corridor().to().value())
                .column("text", learned, time -> time.corridor().mode().label())
                .column("bigint", learned, time -> time.p90().toSeconds())
                .column("bigint", learned, time -> time.p99().toSeconds())
                .column("bigint", learned, TransitTime::sample)) {
            insert.update();
        } catch (SQLException e) {
            throw new PostgresTransactions.Failed(e);
        }
    }

    @Override
    public List<UsualPrice> pricesOf(Collection<Trade> trades) {
        return prices.of(trades);
    }

    @Override
    public Map<Trade, List<BigDecimal>> prices(Instant from, Instant before) {
        return prices.paid(from, before);
    }

    @Override
    public void savePrices(List<UsualPrice> learned) {
        prices.saveLearned(learned);
    }
}
