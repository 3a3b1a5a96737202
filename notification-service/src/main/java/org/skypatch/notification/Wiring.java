package org.skypatch.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.notification.alert.AlertLedgers;
import org.skypatch.notification.alert.AppliedMessages;
import org.skypatch.notification.alert.FindingsHearing;
import org.skypatch.notification.alert.Inbox;
import org.skypatch.notification.alert.Streams;
import org.skypatch.notification.courier.WebhookCourier;
import org.skypatch.notification.courier.WebhookSettings;
import org.skypatch.notification.delivery.Deliveries;
import org.skypatch.notification.delivery.DeliveryLog;
import org.skypatch.notification.delivery.DeliveryRound;
import org.skypatch.notification.delivery.RetrySchedule;
import org.skypatch.notification.desk.Desks;
import org.skypatch.notification.desk.Patience;
import org.skypatch.notification.store.PostgresAlertLedgers;
import org.skypatch.notification.store.PostgresAppliedMessages;
import org.skypatch.notification.store.PostgresDeliveries;
import org.skypatch.notification.store.PostgresDeliveryLog;
import org.skypatch.notification.store.PostgresDesks;
import org.skypatch.notification.store.PostgresInbox;
import org.skypatch.notification.store.PostgresStreams;
import org.skypatch.notification.store.PostgresSubscriptions;
import org.skypatch.notification.subscription.Subscriptions;

/**
 * The service on one screen: findings are heard from the topic ({@code stream}), become alerts and news ({@code alert}),
 * are kept ({@code store}), read or listened to ({@code inbox}) and worked on ({@code desk}); what nobody acknowledges is
 * passed on ({@code schedule}); news that match a subscription ({@code subscription}, kept through {@code api}) are brought
 * ({@code delivery}) by a {@code courier}.
 */
class Wiring {

    private static final String WRAPPING_KEY = "skypatch.webhooks.wrapping-key";

    /** How long an alert may wait for somebody to acknowledge it, by its severity. (policy) */
    @ConfigMapping(prefix = "skypatch.alerts.acknowledge-within")
    interface AcknowledgeWithin {

        @WithDefault("PT4H")
        Duration critical();

        @WithDefault("P1D")
        Duration high();

        @WithDefault("P3D")
        Duration medium();
    }

    @Produces
    @Singleton
    FindingsHearing findingsHearing(AlertLedgers ledgers) {
        return new FindingsHearing(ledgers);
    }

    @Produces
    @Singleton
    AlertLedgers alertLedgers(PostgresAlertLedgers ledgers) {
        return ledgers;
    }

    @Produces
    @Singleton
    @Typed(PostgresAlertLedgers.class)
    PostgresAlertLedgers postgres(DataSource database, ObjectMapper json, Patience patience) {
        return new PostgresAlertLedgers(database, JsonHabits.forTopics(json), patience);
    }

    /** How long alerts wait for somebody to acknowledge them. */
    @Produces
    @Singleton
    Patience patience(AcknowledgeWithin policy) {
        return new Patience(Map.of(
                Severity.CRITICAL, policy.critical(), Severity.HIGH, policy.high(), Severity.MEDIUM, policy.medium()));
    }

    @Produces
    @Singleton
    Desks desks(DataSource database, PostgresAlertLedgers ledgers, Patience patience) {
        return new PostgresDesks(database, ledgers, patience);
    }

    @Produces
    @Singleton
    Inbox inbox(DataSource database, ObjectMapper json) {
        return new PostgresInbox(database, JsonHabits.forTopics(json));
    }

    @Produces
    @Singleton
    Streams streams(DataSource database, ObjectMapper json) {
        return new PostgresStreams(database, JsonHabits.forTopics(json));
    }

    @Produces
    @Singleton
    AppliedMessages appliedMessages(DataSource database) {
        return new PostgresAppliedMessages(database);
    }

    @Produces
    @Singleton
    Subscriptions subscriptions(
            PostgresAlertLedgers ledgers,
            @ConfigProperty(name = WRAPPING_KEY) String wrappingKey,
            BusinessClock businessClock) {
        return new PostgresSubscriptions(ledgers, wrappingKey, Clock.systemUTC(), businessClock);
    }

    @Produces
    @Singleton
    Deliveries deliveries(
            PostgresAlertLedgers ledgers,
            ObjectMapper json,
            @ConfigProperty(name = WRAPPING_KEY) String wrappingKey,
            BusinessClock businessClock) {
        return new PostgresDeliveries(ledgers, JsonHabits.forTopics(json), wrappingKey, businessClock);
    }

    @Produces
    @Singleton
    DeliveryLog deliveryLog(PostgresAlertLedgers ledgers) {
        return new PostgresDeliveryLog(ledgers, Clock.systemUTC());
    }

    @Produces
    @Singleton
    WebhookCourier webhookCourier(Vertx vertx, ObjectMapper json, WebhookSettings settings) {
        return new WebhookCourier(vertx, JsonHabits.forTopics(json), settings, Clock.systemUTC());
    }

    void close(@Disposes WebhookCourier courier) {
        courier.close();
    }

    @Produces
    @Singleton
    DeliveryRound deliveryRound(Deliveries deliveries, WebhookCourier courier) {
        return new DeliveryRound(
                deliveries,
                courier,
                new RetrySchedule(new SecureRandom()),
                Clock.systemUTC(),
                Executors.newVirtualThreadPerTaskExecutor());
    }
}
