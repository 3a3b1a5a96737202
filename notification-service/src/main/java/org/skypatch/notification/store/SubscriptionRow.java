package org.skypatch.notification.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.finding.RuleCode;
import org.skypatch.contracts.finding.RuleKind;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.notification.subscription.Channel;
import org.skypatch.notification.subscription.Interest;
import org.skypatch.notification.subscription.MovementRole;
import org.skypatch.notification.subscription.Subscription;
import org.skypatch.notification.subscription.Subscriptions;

/** A row of {@code subscription}, with what is kept beside it. */
record SubscriptionRow(UUID id, Subscription subscription) {

    /** What {@link #read} reads, from {@code subscription} and {@code endpoint_health}. */
    static final String COLUMNS = """
            subscription.id, owner, name, version, active, disabled_at, disabled_because, channel, address, countries, roles,
            commodities, groups, rules, kinds, least_severity, departure_notices, created_at, changed_at,
            coalesce(consecutive_failures, 0) as failures, failing_since, paused_until
            """;

    private static final String SECRETS = """
            select created_at, ends_at from subscription_secret
            where subscription = ? and (ends_at is null or ends_at > ?) order by ends_at desc nulls first
            """;

    static SubscriptionRow read(Connection connection, ResultSet row, Instant now) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Instant disabledAt = instant(row, "disabled_at");
        return new SubscriptionRow(
                id,
                new Subscription(
                        AdministrationId.of(row.getString("owner")),
                        row.getString("name"),
                        interest(row),
                        channel(row.getString("channel"), row.getString("address")),
                        row.getBoolean("active"),
                        disabledAt == null
                                ? null
                                : new Subscription.Disabled(disabledAt, row.getString("disabled_because")),
                        secrets(connection, id, now),
                        new Subscription.Health(
                                row.getInt("failures"), instant(row, "failing_since"), instant(row, "paused_until")),
                        row.getLong("version"),
                        present(row, "created_at"),
                        present(row, "changed_at")));
    }

    static Channel channel(String channel, String address) {
        return switch (channel) {
            case "webhook" -> new Channel.Webhook(address);
            default -> throw new IllegalStateException("no such channel: " + channel);
        };
    }

    private static Interest interest(ResultSet row) throws SQLException {
        return new Interest(
                set(row, "countries", CountryCode::of),
                set(row, "roles", label -> MovementRole.parse(label).orElseThrow()),
                set(row, "commodities", CommodityId::of),
                set(row, "groups", group -> group),
                set(row, "rules", RuleCode::of),
                set(row, "kinds", RuleKind::of),
                Severity.of(row.getString("least_severity")),
                row.getBoolean("departure_notices"));
    }

    private static List<Subscription.SecretLife> secrets(Connection connection, UUID id, Instant now)
            throws SQLException {
        List<Subscription.SecretLife> lives = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SECRETS)) {
            statement.setObject(1, id);
            statement.setObject(2, Columns.microseconds(now));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    lives.add(new Subscription.SecretLife(present(rows, "created_at"), instant(rows, "ends_at")));
                }
            }
        }
        return lives;
    }

    /** Sets what an owner wants, from this parameter on, in the order of {@link #WANTED}; answers the next parameter. */
    static int setWanted(PreparedStatement statement, int first, Subscriptions.Wanted wanted) throws SQLException {
        Interest interest = wanted.interest();
        int at = first;
        statement.setString(at++, wanted.audience().value());
        statement.setBoolean(at++, wanted.active());
        switch (wanted.channel()) {
            case Channel.Webhook(String url) -> {
                statement.setString(at++, "webhook");
                statement.setString(at++, url);
            }
        }
        statement.setArray(at++, texts(statement, interest.countries(), CountryCode::value));
        statement.setArray(at++, texts(statement, interest.roles(), MovementRole::label));
        statement.setArray(at++, texts(statement, interest.commodities(), CommodityId::value));
        statement.setArray(at++, texts(statement, interest.groups(), group -> group));
        statement.setArray(at++, texts(statement, interest.rules(), RuleCode::value));
        statement.setArray(at++, texts(statement, interest.kinds(), RuleKind::label));
        statement.setString(at++, interest.minSeverity().label());
        statement.setBoolean(at++, interest.departureNotices());
        statement.setArray(at++, texts(statement, interest.places(wanted.country()), place -> place));
        statement.setArray(at++, texts(statement, interest.wholeGroups(), group -> group));
        statement.setInt(at++, interest.minSeverity().ordinal());
        return at;
    }

    /** The columns that {@link #setWanted} sets. */
    static final String WANTED = """
            audience, active, channel, address, countries, roles, commodities, groups, rules, kinds, least_severity,
            departure_notices, places, whole_groups, least_place
            """;

    private static <T> Array texts(PreparedStatement statement, Collection<T> values, Function<T, String> text)
            throws SQLException {
        return statement
                .getConnection()
                .createArrayOf("text", values.stream().map(text).toArray());
    }

    private static <T> Set<T> set(ResultSet row, String column, Function<String, T> reading) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(reading)
                .collect(Collectors.toSet());
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static Instant present(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
