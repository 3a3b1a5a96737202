package org.skypatch.notification.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.finding.MovementSummary;
import org.skypatch.notification.alert.Alert;
import org.skypatch.notification.alert.AudienceKey;
import org.skypatch.notification.alert.DepartureNotice;
import org.skypatch.notification.alert.NewsType;
import org.skypatch.notification.alert.Notice;
import org.skypatch.notification.alert.Telling;
import org.skypatch.notification.subscription.Interest;
import org.skypatch.notification.subscription.MovementRole;

/**
 * Writes one delivery for each subscription that a piece of news matches, in the transaction that writes the news. Subscriptions
 * are reached by audience, so those of others cost nothing and can never match.
 */
final class DeliveryWriting {

    private static final String NEWS = """
            with told(news, audience) as (select * from unnest(?::bigint[], ?::text[])),
            item(news, type, notice, movement, rule, kind, place, places, commodities, groups) as (
                select * from unnest(?::bigint[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::int[], ?::text[],
                    ?::text[], ?::text[]))
            insert into delivery(subscription, news, type, notice, movement, due_at, created_at)
            """;

    /** By interest. A piece of news that clears speaks to those who were told, whatever their interest. */
    private static final String BY_INTEREST = NEWS + """
            select subscription.id, item.news, item.type, item.notice, item.movement, clock_timestamp(), clock_timestamp()
            from told join item using (news) join subscription on subscription.audience = told.audience
            where subscription.active
                and case when item.type = 'departure-notice' then subscription.departure_notices
                    else item.type <> 'alert-cleared' and item.place >= subscription.least_place
                        and (subscription.rules = '{}' or item.rule = any(subscription.rules))
                        and (subscription.kinds = '{}' or item.kind = any(subscription.kinds)) end
                and (subscription.places = '{}' or subscription.places && item.places::text[])
                and (subscription.commodities = '{}' and subscription.whole_groups = '{}'
                    or subscription.commodities && item.commodities::text[]
                    or subscription.whole_groups && item.groups::text[])
            order by item.news
            on conflict do nothing
            """;

    /** Whoever was told of an alert, and not yet that it is over, is told what becomes of it. */
    private static final String BY_WHAT_WAS_TOLD = NEWS + """
            select distinct subscription.id, item.news, item.type, item.notice, item.movement, clock_timestamp(),
                clock_timestamp()
            from told join item using (news)
                join delivery earlier on earlier.notice = item.notice and earlier.news < item.news
                join subscription on subscription.id = earlier.subscription and subscription.audience = told.audience
            where item.type in ('alert-escalated', 'alert-changed', 'alert-cleared', 'alert-unacknowledged') and earlier.type <> 'alert-cleared'
                and (subscription.active or item.type = 'alert-cleared')
                and not exists (
                    select from delivery over where over.notice = item.notice and over.subscription = earlier.subscription
                        and over.type = 'alert-cleared' and over.news > earlier.news and over.news < item.news)
            order by item.news
            on conflict do nothing
            """;

    private final Connection connection;

    DeliveryWriting(Connection connection) {
        this.connection = connection;
    }

    private record Item(long news, Telling telling) {

        NewsType type() {
            return telling.type();
        }

        Notice notice() {
            return telling.notice();
        }

        UUID id() {
            return notice().id();
        }

        UUID movement() {
            return notice().movement().id();
        }

        @Nullable
        String rule() {
            return notice() instanceof Alert alert ? alert.finding().rule().value() : null;
        }

        @Nullable
        String kind() {
            return notice() instanceof Alert alert ? alert.finding().kind().label() : null;
        }

        int place() {
            return switch (notice()) {
                case Alert alert -> alert.finding().severity().ordinal();
                case DepartureNotice _ -> 0;
            };
        }

        String places() {
            MovementSummary movement = notice().movement();
            TreeSet<String> places = new TreeSet<>();
            places.add(Interest.place(MovementRole.DISPATCH, movement.dispatch()));
            places.add(Interest.place(MovementRole.DESTINATION, movement.destination()));
            movement.transit().forEach(country -> places.add(Interest.place(MovementRole.TRANSIT, country)));
            if (movement.origin() != null) {
                places.add(Interest.place(MovementRole.ORIGIN, movement.origin()));
            }
            return Columns.textArray(places);
        }
    }

    private record Told(long news, AudienceKey audience) {}

    /**
     * Writes them.
     *
     * @param news the keys under which the tellings were kept, in their order
     */
    void write(List<Telling> tellings, List<Long> news) throws SQLException {
        List<Item> items = new ArrayList<>();
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < tellings.size(); i++) {
            long key = news.get(i);
            items.add(new Item(key, tellings.get(i)));
            tellings.get(i).audiences().forEach(audience -> told.add(new Told(key, audience)));
        }
        insert(BY_INTEREST, items, told);
        List<Item> ofToldAlerts =
                items.stream().filter(DeliveryWriting::continues).toList();
        if (!ofToldAlerts.isEmpty()) {
            insert(BY_WHAT_WAS_TOLD, ofToldAlerts, told);
        }
    }

    private static boolean continues(Item item) {
        return switch (item.type()) {
            case ALERT_ESCALATED, ALERT_CHANGED, ALERT_CLEARED, ALERT_UNACKNOWLEDGED -> true;
            case ALERT_RAISED, DEPARTURE_NOTICE -> false;
        };
    }

    private void insert(String sql, List<Item> items, List<Told> told) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Columns.set(statement, 1, "int8", told, Told::news);
            Columns.set(statement, 2, "text", told, each -> each.audience().value());
            Columns.set(statement, 3, "int8", items, Item::news);
            Columns.set(statement, 4, "text", items, item -> item.type().label());
            Columns.set(statement, 5, "uuid", items, Item::id);
            Columns.set(statement, 6, "uuid", items, Item::movement);
            Columns.set(statement, 7, "text", items, Item::rule);
            Columns.set(statement, 8, "text", items, Item::kind);
            Columns.set(statement, 9, "int4", items, Item::place);
            Columns.set(statement, 10, "text", items, Item::places);
            Columns.set(
                    statement,
                    11,
                    "text",
                    items,
                    item -> Columns.textArray(item.notice().movement().commodities()));
            Columns.set(
                    statement,
                    12,
                    "text",
                    items,
                    item -> Columns.textArray(item.notice().movement().groups()));
            statement.executeUpdate();
        }
    }
}
