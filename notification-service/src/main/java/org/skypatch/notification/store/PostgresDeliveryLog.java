package org.skypatch.notification.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.notification.delivery.DeliveryLog;
import org.skypatch.notification.delivery.DeliveryState;

/** Reads and replays deliveries in PostgreSQL, the owner first. */
public final class PostgresDeliveryLog implements DeliveryLog {

    private static final String ENTRIES = """
            select delivery.id, subscription.name, delivery.type, notice, movement, delivery.state, tries,
                delivery.created_at, last_tried_at, status, problem,
                case delivery.state when 'pending' then due_at end as next_try_at
            from delivery join subscription on subscription.id = delivery.subscription where subscription.owner = ?
            """;

    /** One that is on its way stays there: what comes of it is what was asked for. */
    private static final String REPLAY = """
            update delivery set state = 'pending', tries = 0, due_at = ?, problem = null from subscription
            where subscription.id = delivery.subscription and subscription.owner = ? and delivery.id = ?
                and delivery.type <> 'test'
            """;

    private static final String REPLAY_RANGE = """
            update delivery set state = 'pending', tries = 0, due_at = ?, problem = null
            where id in (
                select id from delivery where subscription = ? and type <> 'test' and state = any(?::text[])
                    and created_at >= ? and created_at < ? order by id limit ? for update)
            """;

    private static final String TEST = """
            insert into delivery(subscription, type, due_at, created_at) values (?, 'test', ?, ?) on conflict do nothing
            """;

    private final PostgresAlertLedgers ledgers;
    private final Clock clock;

    /**
     * @param clock of the system
     */
    public PostgresDeliveryLog(PostgresAlertLedgers ledgers, Clock clock) {
        this.ledgers = ledgers;
        this.clock = clock;
    }

    @Override
    public List<Entry> entries(
            AdministrationId owner,
            @Nullable String subscription,
            @Nullable DeliveryState state,
            @Nullable UUID after,
            int limit) {
        return ledgers.transacted(connection -> {
            String sql = ENTRIES
                    + (subscription == null ? "" : " and subscription.name = ?")
                    + (state == null ? "" : " and delivery.state = ?")
                    + (after == null ? "" : " and delivery.id < ?")
                    + " order by delivery.id desc limit ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                int at = 1;
                statement.setString(at++, owner.value());
                if (subscription != null) {
                    statement.setString(at++, subscription);
                }
                if (state != null) {
                    statement.setString(at++, state.label());
                }
                if (after != null) {
                    statement.setObject(at++, after);
                }
                statement.setInt(at, limit);
                return read(statement);
            }
        });
    }

    @Override
    public Optional<Entry> replay(AdministrationId owner, UUID delivery) {
        return ledgers.transacted(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(REPLAY)) {
                statement.setObject(1, Columns.microseconds(clock.instant()));
                statement.setString(2, owner.value());
                statement.setObject(3, delivery);
                statement.executeUpdate();
            }
            return one(connection, owner, " and delivery.id = ?", delivery);
        });
    }

    @Override
    public OptionalInt replay(
            AdministrationId owner, String subscription, Set<DeliveryState> states, Instant from, Instant until) {
        return ledgers.transacted(connection -> {
            Optional<UUID> id = idOf(connection, owner, subscription);
            if (id.isEmpty()) {
                return OptionalInt.empty();
            }
            try (PreparedStatement statement = connection.prepareStatement(REPLAY_RANGE)) {
                statement.setObject(1, Columns.microseconds(clock.instant()));
                statement.setObject(2, id.get());
                Columns.set(statement, 3, "text", states, DeliveryState::label);
                statement.setObject(4, Columns.microseconds(from));
                statement.setObject(5, Columns.microseconds(until));
                statement.setInt(6, MOST_REPLAYED);
                return OptionalInt.of(statement.executeUpdate());
            }
        });
    }

    @Override
    public Optional<Entry> test(AdministrationId owner, String subscription) {
        return ledgers.transacted(connection -> {
            Optional<UUID> id = idOf(connection, owner, subscription);
            if (id.isEmpty()) {
                return Optional.empty();
            }
            try (PreparedStatement statement = connection.prepareStatement(TEST)) {
                statement.setObject(1, id.get());
                statement.setObject(2, Columns.microseconds(clock.instant()));
                statement.setObject(3, Columns.microseconds(clock.instant()));
                statement.executeUpdate();
            }
            return one(
                    connection,
                    owner,
                    " and delivery.subscription = ? and delivery.type = 'test' order by delivery.id desc limit 1",
                    id.get());
        });
    }

    private static Optional<UUID> idOf(Connection connection, AdministrationId owner, String name) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select id from subscription where owner = ? and name = ?")) {
            statement.setString(1, owner.value());
            statement.setString(2, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }

    private static Optional<Entry> one(Connection connection, AdministrationId owner, String condition, UUID value)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ENTRIES + condition)) {
            statement.setString(1, owner.value());
            statement.setObject(2, value);
            return read(statement).stream().findFirst();
        }
    }

    private static List<Entry> read(PreparedStatement statement) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                entries.add(new Entry(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("type"),
                        row.getObject("notice", UUID.class),
                        row.getObject("movement", UUID.class),
                        DeliveryState.of(row.getString("state")),
                        row.getInt("tries"),
                        SubscriptionRow.present(row, "created_at"),
                        SubscriptionRow.instant(row, "last_tried_at"),
                        row.getObject("status", Integer.class),
                        row.getString("problem"),
                        SubscriptionRow.instant(row, "next_try_at")));
            }
        }
        return entries;
    }
}
