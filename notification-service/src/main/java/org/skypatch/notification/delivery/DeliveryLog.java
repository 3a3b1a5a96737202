package org.skypatch.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;

/** What was sent to the subscriptions of an administration, when, and with what answer. */
public interface DeliveryLog {

    /** At most so many are replayed at once. */
    int MOST_REPLAYED = 10_000;

    /**
     * One delivery.
     *
     * @param subscription its owner's name for it
     * @param type of the news, or {@code test}
     * @param notice the alert or departure notice; missing in a test
     * @param movement missing in a test
     * @param status of the last answer; missing if there was none
     * @param problem what went wrong the last time
     * @param nextTryAt missing if it is not tried again
     */
    record Entry(
            UUID id,
            String subscription,
            String type,
            @Nullable UUID notice,
            @Nullable UUID movement,
            DeliveryState state,
            int tries,
            Instant createdAt,
            @Nullable Instant lastTriedAt,
            @Nullable Integer status,
            @Nullable String problem,
            @Nullable Instant nextTryAt) {}

    /** Up to so many of a subscription, or of all of the owner's, newest first, after this one. */
    List<Entry> entries(
            AdministrationId owner,
            @Nullable String subscription,
            @Nullable DeliveryState state,
            @Nullable UUID after,
            int limit);

    /** Has it sent again under the same id, unless it is a test; empty if the owner has no such delivery. */
    Optional<Entry> replay(AdministrationId owner, UUID delivery);

    /**
     * Has those sent again that were written in this time and have come to one of these states, the oldest first; answers how
     * many, empty if the owner has no such subscription.
     *
     * @param from the first instant
     * @param until the first instant after
     */
    OptionalInt replay(
            AdministrationId owner, String subscription, Set<DeliveryState> states, Instant from, Instant until);

    /** Has the endpoint tried with a test; the one that waits, if one does. Empty if the owner has no such subscription. */
    Optional<Entry> test(AdministrationId owner, String subscription);
}
