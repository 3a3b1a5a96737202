package org.skypatch.notification.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.skypatch.notification.alert.Notice;
import org.skypatch.notification.delivery.Deliveries;
import org.skypatch.notification.delivery.DueDelivery;
import org.skypatch.notification.delivery.EndpointHealth;
import org.skypatch.notification.delivery.Settled;
import org.skypatch.notification.subscription.WebhookSecret;

/** The deliveries that wait, in PostgreSQL: claimed with a lease, past the rows that other instances hold. */
public final class PostgresDeliveries implements Deliveries {

    /**
     * Goes from one subscription that waits to the next, not over all that wait: a long queue of one does not delay the others.
     * An endpoint that has failed lately ({@code ?} true) is claimed from only when nothing of it is on its way.
     */
    private static final String CLAIM = """
            with recursive waiting(subscription) as (
                (select subscription from delivery where state = 'pending' and subscription > ? order by subscription limit 1)
                union all
                select (select later.subscription from delivery later
                        where later.state = 'pending' and later.subscription > waiting.subscription
                        order by later.subscription limit 1)
                from waiting where waiting.subscription is not null),
            claimed as materialized (
                select due.id from waiting join subscription on subscription.id = waiting.subscription
                    left join endpoint_health health on health.subscription = subscription.id
                    cross join lateral (
                        select candidate.id from delivery candidate
                        where candidate.subscription = subscription.id and candidate.state = 'pending'
                            and candidate.due_at <= ?
                            and (candidate.leased_until is null or candidate.leased_until <= ?)
                            and (subscription.active or candidate.type = 'test')
                            and not exists (
                                select from delivery earlier where earlier.subscription = candidate.subscription
                                    and earlier.movement = candidate.movement and earlier.state = 'pending'
                                    and earlier.news < candidate.news)
                        order by candidate.due_at, candidate.news limit ? for update skip locked) due
                where waiting.subscription <> all(?::uuid[])
                    and (health.paused_until is null or health.paused_until <= ?)
                    and (coalesce(health.consecutive_failures, 0) >= ?) = ?
                    and (not ? or not exists (
                        select from delivery sent where sent.subscription = subscription.id and sent.state = 'pending'
                            and sent.leased_until > ?))
                limit ?)
            update delivery set lease = ?, leased_until = ? from claimed where delivery.id = claimed.id
            returning delivery.id, delivery.subscription
            """;

    /** What is to be sent, and whether it may: by who sees it now, not by who saw it when it was written. */
    private static final String DUE = """
            select delivery.id, delivery.subscription, subscription.name, channel, address, delivery.type, tries,
                coalesce(news.at, delivery.created_at) as at, delivery.news, news.body,
                case delivery.type when 'test' then true
                    when 'alert-cleared' then exists (
                        select from delivery earlier where earlier.notice = delivery.notice
                            and earlier.subscription = delivery.subscription and earlier.news < delivery.news
                            and earlier.first_tried_at is not null)
                    when 'departure-notice' then exists (
                        select from departure_notice_audience seen where seen.audience = subscription.audience
                            and seen.at = news.at and seen.notice = delivery.notice)
                    else exists (
                        select from alert_audience seen where seen.alert = delivery.notice
                            and seen.audience = subscription.audience) end as may_be_told
            from delivery join subscription on subscription.id = delivery.subscription
                left join news on news.id = delivery.news
            where delivery.id = any(?::uuid[]) order by delivery.due_at, delivery.news
            """;

    private static final String SECRETS = """
            select subscription, id, wrapped from subscription_secret
            where subscription = any(?::uuid[]) and (ends_at is null or ends_at > ?) order by ends_at desc nulls first
            """;

    private static final UUID FIRST = new UUID(0, 0);

    private final PostgresAlertLedgers ledgers;
    private final ObjectMapper json;
    private final SecretWrapping wrapping;
    private final Clock businessClock;
    private final AtomicReference<UUID> goOnAfter = new AtomicReference<>(FIRST);

    /**
     * @param wrappingKey 32 bytes, base64
     */
    public PostgresDeliveries(
            PostgresAlertLedgers ledgers, ObjectMapper json, String wrappingKey, Clock businessClock) {
        this.ledgers = ledgers;
        this.json = json;
        this.wrapping = SecretWrapping.under(wrappingKey);
        this.businessClock = businessClock;
    }

    @Override
    public List<DueDelivery> claim(Claim claim) {
        UUID lease = Generators.timeBasedEpochGenerator().generate();
        return ledgers.transacted(connection -> {
            UUID after = goOnAfter.get();
            List<Claimed> claimed = new ArrayList<>(claim(connection, claim, lease, after, false, claim.most()));
            UUID last = last(claimed);
            if (claimed.size() < claim.most() && !after.equals(FIRST)) {
                List<Claimed> fromTheFirst =
                        claim(connection, claim, lease, FIRST, false, claim.most() - claimed.size());
                last = last(fromTheFirst);
                claimed.addAll(fromTheFirst);
            }
            goOnAfter.set(claimed.size() < claim.most() ? FIRST : last);
            if (claimed.size() < claim.most()) {
                claimed.addAll(claim(connection, claim, lease, FIRST, true, claim.most() - claimed.size()));
            }
            return claimed.isEmpty()
                    ? List.of()
                    : due(connection, claimed.stream().map(Claimed::id).toList(), lease, claim.now());
        });
    }

    private record Claimed(UUID id, UUID subscription) {}

    /** The last in the database's order, which is that of their writing. */
    private static UUID last(List<Claimed> claimed) {
        return claimed.stream()
                .map(Claimed::subscription)
                .max(Comparator.comparing(UUID::toString))
                .orElse(FIRST);
    }

    private static List<Claimed> claim(
            Connection connection, Claim claim, UUID lease, UUID after, boolean ofFailing, int most)
            throws SQLException {
        List<Claimed> claimed = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            var now = Columns.microseconds(claim.now());
            statement.setObject(1, after);
            statement.setObject(2, now);
            statement.setObject(3, now);
            statement.setInt(4, ofFailing ? 1 : claim.perSubscription());
            Columns.set(statement, 5, "uuid", claim.busy(), id -> id);
            statement.setObject(6, now);
            statement.setInt(7, EndpointHealth.FAILURES_THAT_OPEN);
            statement.setBoolean(8, ofFailing);
            statement.setBoolean(9, ofFailing);
            statement.setObject(10, now);
            statement.setInt(11, most);
            statement.setObject(12, lease);
            statement.setObject(13, Columns.microseconds(claim.now().plus(claim.lease())));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    claimed.add(new Claimed(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)));
                }
            }
        }
        return claimed;
    }

    private List<DueDelivery> due(Connection connection, List<UUID> ids, UUID lease, Instant now) throws SQLException {
        List<DueDelivery> due = new ArrayList<>();
        Map<Long, Notice> notices = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(DUE)) {
            Columns.set(statement, 1, "uuid", ids, id -> id);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String body = row.getString("body");
                    due.add(new DueDelivery(
                            row.getObject("id", UUID.class),
                            lease,
                            row.getObject("subscription", UUID.class),
                            row.getString("name"),
                            SubscriptionRow.channel(row.getString("channel"), row.getString("address")),
                            row.getString("type"),
                            SubscriptionRow.present(row, "at"),
                            notice(row.getLong("news"), body, notices),
                            row.getBoolean("may_be_told"),
                            row.getInt("tries"),
                            List.of()));
                }
            }
        }
        Map<UUID, List<WebhookSecret>> secrets = secrets(
                connection,
                due.stream().map(DueDelivery::subscription).distinct().toList(),
                now);
        return due.stream()
                .map(each -> each.signedWith(secrets.getOrDefault(each.subscription(), List.of())))
                .toList();
    }

    private @Nullable Notice notice(long news, @Nullable String body, Map<Long, Notice> known) {
        return body == null ? null : known.computeIfAbsent(news, _ -> NoticeRow.read(json, body));
    }

    private Map<UUID, List<WebhookSecret>> secrets(Connection connection, Collection<UUID> subscriptions, Instant now)
            throws SQLException {
        Map<UUID, List<WebhookSecret>> secrets = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SECRETS)) {
            Columns.set(statement, 1, "uuid", subscriptions, id -> id);
            statement.setObject(2, Columns.microseconds(now));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    secrets.computeIfAbsent(rows.getObject(1, UUID.class), _ -> new ArrayList<>())
                            .add(wrapping.unwrap(rows.getBytes(3), rows.getObject(2, UUID.class)));
                }
            }
        }
        return secrets;
    }

    @Override
    public void record(List<Settled> settled) {
        ledgers.transacted(connection -> {
            new OutcomeWriting(connection, new DisabledTasks(ledgers.on(connection), businessClock.instant()))
                    .write(settled);
            return true;
        });
    }
}
