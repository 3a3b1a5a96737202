package org.skypatch.notification.store;

import com.fasterxml.uuid.Generators;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.skypatch.contracts.finding.Sentence;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.registry.TaskChanged;
import org.skypatch.contracts.registry.TaskState;
import org.skypatch.notification.alert.AlertLedger;
import org.skypatch.notification.alert.Task;
import org.skypatch.notification.alert.TaskStep;
import org.skypatch.notification.subscription.Subscription;

/** The task that an owner gets when the system switches its subscription off, until it is switched on again or deleted. */
final class DisabledTasks {

    private static final String KIND = "subscription-disabled";

    private final AlertLedger ledger;
    private final Instant at;

    /**
     * @param at by the business clock
     */
    DisabledTasks(AlertLedger ledger, Instant at) {
        this.ledger = ledger;
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
        TaskChanged message = new TaskChanged(
                Generators.timeBasedEpochGenerator().generate(),
                at,
                UUID.nameUUIDFromBytes((KIND + row.id()).getBytes(StandardCharsets.UTF_8)),
                KIND,
                state,
                "subscription:" + subscription.name(),
                List.of(new Addressee(null, null, subscription.owner(), null)),
                null,
                new Sentence(
                        "task." + KIND + "." + because,
                        List.of(SentenceArgument.plain("subscription", subscription.name()))));
        ledger.saveTasks(List.of(new Task(message)), List.of(TaskStep.of(message)));
    }
}
