package org.skypatch.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
import org.skypatch.notification.store.PostgresAlertLedgers;
import org.skypatch.notification.store.PostgresAppliedMessages;
import org.skypatch.notification.store.PostgresDeliveries;
import org.skypatch.notification.store.PostgresDeliveryLog;
import org.skypatch.notification.store.PostgresInbox;
import org.skypatch.notification.store.PostgresStreams;
import org.skypatch.notification.store.PostgresSubscriptions;
import org.skypatch.notification.subscription.Subscriptions;

/**
 * The service on one screen: findings are heard from the topic ({@code stream}), become alerts and news ({@code alert}),
 * are kept ({@code store}) and read or listened to ({@code inbox}); news that match a subscription ({@code subscription}, kept
 * through {@code api}) are brought ({@code delivery}) by a {@code courier}.
 */
class Wiring {

    private static final String WRAPPING_KEY = "skypatch.webhooks.wrapping-key";

    @Produces
    @Singleton
    FindingsHearing findingsHearing(AlertLedgers ledgers) {
        return new FindingsHearing(ledgers);
    }

    @Produces
    @Singleton
    AlertLedgers alertLedgers(DataSource database, ObjectMapper json) {
        return new PostgresAlertLedgers(database, JsonHabits.forTopics(json));
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
            DataSource database,
            ObjectMapper json,
            @ConfigProperty(name = WRAPPING_KEY) String wrappingKey,
            BusinessClock businessClock) {
        return new PostgresSubscriptions(
                database, JsonHabits.forTopics(json), wrappingKey, Clock.systemUTC(), businessClock);
    }

    @Produces
    @Singleton
    Deliveries deliveries(
            DataSource database,
            ObjectMapper json,
            @ConfigProperty(name = WRAPPING_KEY) String wrappingKey,
            BusinessClock businessClock) {
        return new PostgresDeliveries(database, JsonHabits.forTopics(json), wrappingKey, businessClock);
    }

    @Produces
    @Singleton
    DeliveryLog deliveryLog(DataSource database) {
        return new PostgresDeliveryLog(database, Clock.systemUTC());
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
