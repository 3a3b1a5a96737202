package org.skypatch.notification.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.skypatch.notification.delivery.EndpointHealth;
import org.skypatch.notification.delivery.Outcome;
import org.skypatch.notification.delivery.Settled;

/** Writes what came of deliveries, how their endpoints are, and disables those that are to be called no more. */
final class OutcomeWriting {

    private static final String SETTLE = """
            update delivery set state = outcome.state, lease = null, leased_until = null,
                tries = tries + outcome.tried, due_at = coalesce(outcome.next_try_at, due_at),
                first_tried_at = case outcome.tried when 1 then coalesce(first_tried_at, outcome.at) else first_tried_at end,
                last_tried_at = case outcome.tried when 1 then outcome.at else last_tried_at end,
                status = outcome.status, problem = outcome.problem
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::int[], ?::timestamptz[], ?::timestamptz[], ?::int[], ?::text[])
                as outcome(id, lease, state, tried, at, next_try_at, status, problem)
            where delivery.id = outcome.id and delivery.lease = outcome.lease
            """;

    private static final String HEALTH = """
            select subscription, consecutive_failures, failing_since, paused_until from endpoint_health
            where subscription = any(?::uuid[]) order by subscription for update
            """;

    /** A subscription that was deleted meanwhile has no health. */
    private static final String KEEP_HEALTH = """
            insert into endpoint_health(subscription, consecutive_failures, failing_since, paused_until)
            select known.id, failures, since, until
            from unnest(?::uuid[], ?::int[], ?::timestamptz[], ?::timestamptz[]) as health(subscription, failures, since, until)
                join subscription known on known.id = health.subscription
            order by known.id
            on conflict (subscription) do update set consecutive_failures = excluded.consecutive_failures,
                failing_since = excluded.failing_since, paused_until = excluded.paused_until
            """;

    private static final String FORGET_HEALTH = "delete from endpoint_health where subscription = any(?::uuid[])";

    private static final String DISABLE = """
            update subscription set active = false, disabled_at = ?, disabled_because = ?, version = version + 1,
                changed_at = ?
            where id = ? and active
            """;

    private static final String DISABLED = "select " + SubscriptionRow.COLUMNS
            + " from subscription left join endpoint_health health on health.subscription = subscription.id"
            + " where subscription.id = ?";

    private final Connection connection;
    private final DisabledTasks tasks;

    OutcomeWriting(Connection connection, DisabledTasks tasks) {
        this.connection = connection;
        this.tasks = tasks;
    }

    void write(List<Settled> settled) throws SQLException {
        settle(settled);
        Map<UUID, List<Settled>> tried = settled.stream()
                .filter(each -> each.outcome() != null && !each.delivery().isTest())
                .collect(Collectors.groupingBy(
                        each -> each.delivery().subscription(), TreeMap::new, Collectors.toList()));
        if (tried.isEmpty()) {
            return;
        }
        Map<UUID, EndpointHealth> before = health(tried.keySet());
        Map<UUID, EndpointHealth> after = new TreeMap<>();
        tried.forEach((subscription, outcomes) ->
                after.put(subscription, after(before.getOrDefault(subscription, EndpointHealth.GOOD), outcomes)));
        keep(before, after);
        for (Map.Entry<UUID, EndpointHealth> each : after.entrySet()) {
            String because = each.getValue().disabledBecause();
            if (because != null) {
                disable(
                        each.getKey(),
                        because,
                        tried.get(each.getKey()).getLast().at());
            }
        }
    }

    private static EndpointHealth after(EndpointHealth before, List<Settled> outcomes) {
        EndpointHealth health = before;
        List<Settled> inOrder =
                outcomes.stream().sorted(Comparator.comparing(Settled::at)).toList();
        for (Settled each : inOrder) {
            Outcome outcome = each.outcome();
            if (outcome != null) {
                health = health.after(outcome, each.at());
            }
        }
        return health;
    }

    private void settle(List<Settled> settled) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SETTLE)) {
            Columns.set(statement, 1, "uuid", settled, each -> each.delivery().id());
            Columns.set(statement, 2, "uuid", settled, each -> each.delivery().lease());
            Columns.set(statement, 3, "text", settled, each -> each.state().label());
            Columns.set(statement, 4, "int4", settled, each -> each.outcome() == null ? 0 : 1);
            Columns.set(statement, 5, "timestamptz", settled, Settled::at);
            Columns.set(statement, 6, "timestamptz", settled, Settled::nextTryAt);
            Columns.set(statement, 7, "int4", settled, each -> each.status().orElse(null));
            Columns.set(statement, 8, "text", settled, each -> each.problem().orElse(null));
            statement.executeUpdate();
        }
    }

    private Map<UUID, EndpointHealth> health(Collection<UUID> subscriptions) throws SQLException {
        Map<UUID, EndpointHealth> known = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(HEALTH)) {
            Columns.set(statement, 1, "uuid", subscriptions, id -> id);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    known.put(
                            rows.getObject(1, UUID.class),
                            new EndpointHealth(
                                    rows.getInt(2),
                                    SubscriptionRow.instant(rows, "failing_since"),
                                    SubscriptionRow.instant(rows, "paused_until"),
                                    null));
                }
            }
        }
        return known;
    }

    private void keep(Map<UUID, EndpointHealth> before, Map<UUID, EndpointHealth> after) throws SQLException {
        List<UUID> well = after.keySet().stream()
                .filter(id -> after.get(id).equals(EndpointHealth.GOOD) && before.containsKey(id))
                .toList();
        if (!well.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(FORGET_HEALTH)) {
                Columns.set(statement, 1, "uuid", well, id -> id);
                statement.executeUpdate();
            }
        }
        List<Map.Entry<UUID, EndpointHealth>> ill = after.entrySet().stream()
                .filter(each -> !each.getValue().equals(EndpointHealth.GOOD))
                .toList();
        if (!ill.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(KEEP_HEALTH)) {
                Columns.set(statement, 1, "uuid", ill, Map.Entry::getKey);
                Columns.set(statement, 2, "int4", ill, each -> each.getValue().consecutiveFailures());
                Columns.set(statement, 3, "timestamptz", ill, each -> each.getValue()
                        .failingSince());
                Columns.set(statement, 4, "timestamptz", ill, each -> each.getValue()
                        .pausedUntil());
                statement.executeUpdate();
            }
        }
    }

    private void disable(UUID subscription, String because, Instant at) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DISABLE)) {
            statement.setObject(1, Columns.microseconds(at));
            statement.setString(2, because);
            statement.setObject(3, Columns.microseconds(at));
            statement.setObject(4, subscription);
            if (statement.executeUpdate() == 0) {
                return;
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(DISABLED)) {
            statement.setObject(1, subscription);
            try (ResultSet rows = statement.executeQuery()) {
                if (rows.next()) {
                    tasks.open(SubscriptionRow.read(connection, rows, at), because);
                }
            }
        }
    }
}
