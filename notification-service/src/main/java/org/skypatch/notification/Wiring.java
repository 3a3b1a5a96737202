package org.skypatch.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.notification.alert.AlertLedgers;
import org.skypatch.notification.alert.FindingsHearing;
import org.skypatch.notification.alert.Inbox;
import org.skypatch.notification.alert.Streams;
import org.skypatch.notification.store.PostgresAlertLedgers;
import org.skypatch.notification.store.PostgresInbox;
import org.skypatch.notification.store.PostgresStreams;

/**
 * The service on one screen: findings are heard from the topic ({@code stream}), become alerts and news ({@code alert}),
 * are kept ({@code store}) and read or listened to ({@code inbox}).
 */
class Wiring {

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
}
