package org.skypatch.notification.store;

import com.fasterxml.uuid.Generators;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.notification.subscription.Channel;
import org.skypatch.notification.subscription.Subscription;
import org.skypatch.notification.subscription.Subscriptions;
import org.skypatch.notification.subscription.WebhookSecret;

/** Keeps subscriptions in PostgreSQL, their secrets encrypted. */
public final class PostgresSubscriptions implements Subscriptions {

    /** How long a secret lives on that was rotated away. */
    private static final Duration GRACE = Duration.ofHours(24);

    private static final String READ = "select " + SubscriptionRow.COLUMNS
            + " from subscription left join endpoint_health health on health.subscription = subscription.id where owner = ?";

    private static final String INSERT = "insert into subscription(owner, name, " + SubscriptionRow.WANTED
            + ", version, created_at, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)"
            + " on conflict (owner, name) do nothing returning id";

    private static final String CHANGE = "update subscription set (" + SubscriptionRow.WANTED
            + ", version, changed_at, disabled_at, disabled_because)"
            + " = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, version + 1, ?,"
            + " case when ? then null else disabled_at end, case when ? then null else disabled_because end) where id = ?";

    private final PostgresAlertLedgers ledgers;
    private final SecretWrapping wrapping;
    private final Clock clock;
    private final Clock businessClock;
    private final SecureRandom chance = new SecureRandom();

    /**
     * @param wrappingKey 32 bytes, base64
     * @param clock of the system: secrets end by it
     */
    public PostgresSubscriptions(PostgresAlertLedgers ledgers, String wrappingKey, Clock clock, Clock businessClock) {
        this.ledgers = ledgers;
        this.wrapping = SecretWrapping.under(wrappingKey);
        this.clock = clock;
        this.businessClock = businessClock;
    }

    @Override
    public Kept put(Wanted wanted, Known known) {
        return ledgers.transacted(connection -> {
            lockOwner(connection, wanted.owner());
            Optional<SubscriptionRow> before = row(connection, wanted.owner(), wanted.name());
            return before.isPresent()
                    ? change(connection, before.get(), wanted, known)
                    : create(connection, wanted, known);
        });
    }

    private Kept create(Connection connection, Wanted wanted, Known known) throws SQLException {
        if (known instanceof Known.Versions) {
            return new Kept.Outdated();
        }
        if (count(connection, wanted.owner()) >= MOST) {
            return new Kept.TooMany();
        }
        UUID id;
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, wanted.owner().value());
            statement.setString(2, wanted.name());
            int next = SubscriptionRow.setWanted(statement, 3, wanted);
            statement.setObject(next, now());
            statement.setObject(next + 1, now());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                id = rows.getObject(1, UUID.class);
            }
        }
        @Nullable
        WebhookSecret secret =
                switch (wanted.channel()) {
                    case Channel.Webhook _ -> addSecret(connection, id);
                };
        return new Kept.Created(present(connection, wanted.owner(), wanted.name()), secret);
    }

    private Kept change(Connection connection, SubscriptionRow before, Wanted wanted, Known known) throws SQLException {
        Subscription old = before.subscription();
        boolean isSame = old.interest().equals(wanted.interest())
                && old.channel().equals(wanted.channel())
                && old.active() == wanted.active();
        Optional<Kept> refusal = refusal(old, known, isSame);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (isSame) {
            return new Kept.Changed(old);
        }
        try (PreparedStatement statement = connection.prepareStatement(CHANGE)) {
            int next = SubscriptionRow.setWanted(statement, 1, wanted);
            statement.setObject(next, now());
            statement.setBoolean(next + 1, wanted.active());
            statement.setBoolean(next + 2, wanted.active());
            statement.setObject(next + 3, before.id());
            statement.executeUpdate();
        }
        boolean isNewEndpoint = !old.channel().equals(wanted.channel()) || wanted.active() && !old.active();
        if (isNewEndpoint) {
            forgetHealth(connection, before.id());
        }
        if (old.disabled() != null && wanted.active()) {
            closeTask(connection, before);
        }
        return new Kept.Changed(present(connection, wanted.owner(), wanted.name()));
    }

    private static Optional<Kept> refusal(Subscription old, Known known, boolean changesNothing) {
        return switch (known) {
            case Known.Nothing() -> changesNothing ? Optional.empty() : Optional.of(new Kept.VersionNotSaid());
            case Known.NoneYet() -> Optional.of(new Kept.Outdated());
            case Known.Versions(var versions) ->
                versions.isEmpty() || versions.contains(old.version())
                        ? Optional.empty()
                        : Optional.of(new Kept.Outdated());
        };
    }

    @Override
    public Optional<Subscription> find(AdministrationId owner, String name) {
        return ledgers.transacted(connection -> row(connection, owner, name).map(SubscriptionRow::subscription));
    }

    @Override
    public List<Subscription> list(AdministrationId owner, @Nullable String after, int limit) {
        return ledgers.transacted(connection -> {
            List<Subscription> found = new ArrayList<>();
            try (PreparedStatement statement =
                    connection.prepareStatement(READ + " and name > ? order by name limit ?")) {
                statement.setString(1, owner.value());
                statement.setString(2, after == null ? "" : after);
                statement.setInt(3, limit);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(SubscriptionRow.read(connection, rows, clock.instant())
                                .subscription());
                    }
                }
            }
            return found;
        });
    }

    @Override
    public Kept delete(AdministrationId owner, String name, Known known) {
        return ledgers.transacted(connection -> {
            lockOwner(connection, owner);
            Optional<SubscriptionRow> found = row(connection, owner, name);
            if (found.isEmpty()) {
                return new Kept.Missing();
            }
            SubscriptionRow before = found.get();
            Optional<Kept> refusal = known instanceof Known.Nothing
                    ? Optional.of(new Kept.VersionNotSaid())
                    : refusal(before.subscription(), known, false);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            if (before.subscription().disabled() != null) {
                closeTask(connection, before);
            }
            run(connection, "delete from subscription where id = ?", before.id());
            return new Kept.Changed(before.subscription());
        });
    }

    @Override
    public Optional<Rotated> rotate(AdministrationId owner, String name) {
        return ledgers.transacted(connection -> {
            lockOwner(connection, owner);
            Optional<SubscriptionRow> found = row(connection, owner, name);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            UUID id = found.get().id();
            Instant end = clock.instant().plus(GRACE);
            run(connection, "delete from subscription_secret where subscription = ? and ends_at is not null", id);
            run(
                    connection,
                    "update subscription_secret set ends_at = ? where subscription = ?",
                    Columns.microseconds(end),
                    id);
            WebhookSecret fresh = addSecret(connection, id);
            return Optional.of(new Rotated(present(connection, owner, name), fresh, end));
        });
    }

    /** Changes of one administration's subscriptions come one after the other; the writing of news does not wait for them. */
    private static void lockOwner(Connection connection, AdministrationId owner) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 52))")) {
            statement.setString(1, owner.value());
            statement.execute();
        }
    }

    private WebhookSecret addSecret(Connection connection, UUID subscription) throws SQLException {
        WebhookSecret secret = WebhookSecret.fresh(chance);
        UUID id = Generators.timeBasedEpochGenerator().generate();
        run(
                connection,
                "insert into subscription_secret(subscription, id, wrapped, created_at) values (?, ?, ?, ?)",
                subscription,
                id,
                wrapping.wrap(secret, id),
                now());
        return secret;
    }

    private Optional<SubscriptionRow> row(Connection connection, AdministrationId owner, String name)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ + " and name = ?")) {
            statement.setString(1, owner.value());
            statement.setString(2, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(SubscriptionRow.read(connection, rows, clock.instant()))
                        : Optional.empty();
            }
        }
    }

    private Subscription present(Connection connection, AdministrationId owner, String name) throws SQLException {
        return row(connection, owner, name).orElseThrow().subscription();
    }

    private static int count(Connection connection, AdministrationId owner) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select count(*) from subscription where owner = ?")) {
            statement.setString(1, owner.value());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static void forgetHealth(Connection connection, UUID id) throws SQLException {
        run(connection, "delete from endpoint_health where subscription = ?", id);
    }

    private void closeTask(Connection connection, SubscriptionRow row) {
        new DisabledTasks(ledgers.on(connection), businessClock.instant()).close(row);
    }

    private java.time.OffsetDateTime now() {
        return Columns.microseconds(clock.instant());
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
