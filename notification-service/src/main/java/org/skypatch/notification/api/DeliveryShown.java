package org.skypatch.notification.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.notification.delivery.DeliveryLog;

/**
 * One delivery as the owner of its subscription reads it.
 *
 * @param webhookId what the header {@code webhook-id} says at every try
 * @param type of the news, or {@code test}
 * @param notice the alert or departure notice
 * @param state pending, delivered, failed, or withheld because the subscriber may no longer see it
 * @param status of the last answer; missing if there was none
 * @param problem what went wrong the last time
 * @param nextTryAt missing if it is not tried again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryShown(
        UUID id,
        String webhookId,
        String subscription,
        String type,
        @Nullable UUID notice,
        @Nullable UUID movement,
        String state,
        int tries,
        Instant createdAt,
        @Nullable Instant lastTriedAt,
        @Nullable Integer status,
        @Nullable String problem,
        @Nullable Instant nextTryAt) {

    static DeliveryShown of(DeliveryLog.Entry entry) {
        return new DeliveryShown(
                entry.id(),
                "msg_" + entry.id(),
                entry.subscription(),
                entry.type(),
                entry.notice(),
                entry.movement(),
                entry.state().label(),
                entry.tries(),
                entry.createdAt(),
                entry.lastTriedAt(),
                entry.status(),
                entry.problem(),
                entry.nextTryAt());
    }
}
