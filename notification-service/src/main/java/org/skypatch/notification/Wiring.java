package org.skypatch.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.notification.alert.AlertLedgers;
import org.skypatch.notification.alert.AppliedMessages;
import org.skypatch.notification.alert.FindingsHearing;
import org.skypatch.notification.alert.Inbox;
import org.skypatch.notification.alert.Streams;
import org.skypatch.notification.desk.Desks;
import org.skypatch.notification.desk.Patience;
import org.skypatch.notification.store.PostgresAlertLedgers;
import org.skypatch.notification.store.PostgresAppliedMessages;
import org.skypatch.notification.store.PostgresDesks;
import org.skypatch.notification.store.PostgresInbox;
import org.skypatch.notification.store.PostgresStreams;

/**
 * The service on one screen: findings are heard from the topic ({@code stream}), become alerts and news ({@code alert}),
 * are kept ({@code store}), read or listened to ({@code inbox}) and worked on ({@code desk}); what nobody acknowledges is
 * passed on ({@code schedule}).
 */
class Wiring {

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
}
