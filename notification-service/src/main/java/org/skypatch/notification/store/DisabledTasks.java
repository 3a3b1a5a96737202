package org.skypatch.notification.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.skypatch.contracts.finding.Sentence;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.registry.TaskChanged;
import org.skypatch.contracts.registry.TaskState;
import org.skypatch.notification.alert.AudienceKey;
import org.skypatch.notification.alert.Task;
import org.skypatch.notification.alert.TaskStep;
import org.skypatch.notification.subscription.Subscription;

/** The task that an owner gets when the system switches its subscription off, until it is switched on again or deleted. */
final class DisabledTasks {

    private static final String KIND = "subscription-disabled";

    private final Connection connection;
    private final ObjectMapper json;
    private final Instant at;

    /**
     * @param at by the business clock
     */
    DisabledTasks(Connection connection, ObjectMapper json, Instant at) {
        this.connection = connection;
        this.json = json;
        this.at = at;
    }

    void open(SubscriptionRow row, String because) {
        keep(row, TaskState.OPENED, because);
    }

    void close(SubscriptionRow row) {
        Subscription.Disabled disabled = row.subscription().disabled();
        keep(row, TaskState.CLOSED, disabled == null ? "" : disabled.because());
    }

    private void keep(SubscriptionRow row, TaskState state, String because) {
        Subscription subscription = row.subscription();
        Addressee owner = new Addressee(null, null, subscription.owner(), null);
        TaskChanged message = new TaskChanged(
                Generators.timeBasedEpochGenerator().generate(),
                at,
                UUID.nameUUIDFromBytes((KIND + row.id()).getBytes(StandardCharsets.UTF_8)),
                KIND,
                state,
                "subscription:" + subscription.name(),
                List.of(owner),
                null,
                new Sentence(
                        "task." + KIND + "." + because,
                        List.of(SentenceArgument.plain("subscription", subscription.name()))));
        TaskStep step = new TaskStep(
                message.task(),
                message.id(),
                state,
                at,
                new TreeSet<>(AudienceKey.ofAddressee(owner).stream().toList()));
        new PostgresAlertLedger(connection, json).saveTasks(List.of(new Task(message)), List.of(step));
    }
}
