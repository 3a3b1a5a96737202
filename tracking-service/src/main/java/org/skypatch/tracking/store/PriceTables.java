package org.skypatch.tracking.store;

import static org.skypatch.tracking.store.PostgresTrackingRecords.timestamp;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.corridor.Trade;
import org.skypatch.tracking.corridor.UsualPrice;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.process.TrackingRecords.Judgement;
import org.skypatch.tracking.register.Catalogue;

/** What goods cost that left, and what was learned from it month by month. */
final class PriceTables {

    private final Connection connection;

    PriceTables(Connection connection) {
        this.connection = connection;
    }

    private record Paid(UUID movement, Trade trade, Instant departed, BigDecimal perKg) {}

    /** Puts down what the goods of movements cost, as they now stand. */
    void save(List<Judgement> judged, Catalogue catalogue) throws SQLException {
        List<Paid> paid = new ArrayList<>();
        judged.stream().map(Judgement::movement).forEach(movement -> Trade.pricesOf(movement, catalogue)
                .forEach((trade, price) -> paid.add(new Paid(
                        movement.id(),
                        trade,
                        movement.departure().map(Fact::occurredAt).orElseThrow(),
                        price))));
        try (Statement delete = new Statement(connection, "delete from price_paid where movement_id = any(?::uuid[])")
                .column("uuid", judged, row -> row.movement().id())) {
            delete.update();
        }
        if (paid.isEmpty()) {
            return;
        }
        try (Statement insert = new Statement(
                        connection,
                        "insert into price_paid(movement_id, dispatch, destination, commodity, currency, departed_at, per_kg)"
                                + " select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[],"
                                + " ?::timestamptz[], ?::numeric[])")
                .column("uuid", paid, Paid::movement)
                .column("text", paid, one -> one.trade().from().value())
                .column("text", paid, one -> one.trade().to().value())
                .column("text", paid, one -> one.trade().commodity().value())
                .column("text", paid, one -> one.trade().currency())
                .column("timestamptz", paid, one -> timestamp(one.departed()))
                .column("numeric", paid, Paid::perKg)) {
            insert.update();
        }
    }

    List<UsualPrice> of(Collection<Trade> trades) {
        if (trades.isEmpty()) {
            return List.of();
        }
        try (Statement select = new Statement(
                        connection,
                        "select u.dispatch, u.destination, u.commodity, u.currency, u.month, u.low, u.high, u.sample"
                                + " from unnest(?::text[], ?::text[], ?::text[], ?::text[])"
                                + " t(dispatch, destination, commodity, currency)"
                                + " join usual_price u on u.dispatch = t.dispatch and u.destination = t.destination"
                                + " and u.commodity = t.commodity and u.currency = t.currency")
                .column("text", trades, trade -> trade.from().value())
                .column("text", trades, trade -> trade.to().value())
                .column("text", trades, trade -> trade.commodity().value())
                .column("text", trades, Trade::currency)) {
            return select.list(row -> new UsualPrice(
                    trade(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                    YearMonth.from(row.getObject(5, LocalDate.class)),
                    row.getBigDecimal(6),
                    row.getBigDecimal(7),
                    row.getLong(8)));
        } catch (SQLException e) {
            throw new PostgresTransactions.Failed(e);
        }
    }

    private static Trade trade(String from, String to, String commodity, String currency) {
        return new Trade(CountryCode.of(from), CountryCode.of(to), CommodityId.of(commodity), currency);
    }

    Map<Trade, List<BigDecimal>> paid(Instant from, Instant before) {
        Map<Trade, List<BigDecimal>> paid = new HashMap<>();
        try (Statement select = new Statement(
                        connection,
                        "select dispatch, destination, commodity, currency, per_kg from price_paid"
                                + " where departed_at >= ? and departed_at < ?")
                .with(timestamp(from))
                .with(timestamp(before))) {
            select.list(row -> paid.computeIfAbsent(
                            trade(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                            none -> new ArrayList<>())
                    .add(row.getBigDecimal(5)));
            return paid;
        } catch (SQLException e) {
            throw new PostgresTransactions.Failed(e);
        }
    }

    void saveLearned(List<UsualPrice> learned) {
        if (learned.isEmpty()) {
            return;
        }
        try (Statement insert = new Statement(
                        connection,
                        "insert into usual_price(month, dispatch, destination, commodity, currency, low, high, sample)"
                                + " select * from unnest(?::date[], ?::text[], ?::text[], ?::text[], ?::text[],"
                                + " ?::numeric[], ?::numeric[], ?::bigint[])")
                .column(
                        "date",
                        learned,
                        price -> java.sql.Date.valueOf(price.month().atDay(1)))
                .column("text", learned, price -> price.trade().from().value())
                .column("text", learned, price -> price.trade().to().value())
                .column("text", learned, price -> price.trade().commodity().value())
                .column("text", learned, price -> price.trade().currency())
                .column("numeric", learned, UsualPrice::low)
                .column("numeric", learned, UsualPrice::high)
                .column("bigint", learned, UsualPrice::sample)) {
            insert.update();
        } catch (SQLException e) {
            throw new PostgresTransactions.Failed(e);
        }
    }
}
