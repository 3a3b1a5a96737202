package org.skypatch.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.notification.alert.Notice;
import org.skypatch.notification.subscription.Channel;
import org.skypatch.notification.subscription.WebhookSecret;

/**
 * A delivery that this instance may try now.
 *
 * @param id the same over all tries
 * @param lease under which the outcome is to be recorded
 * @param subscription by the key of the store
 * @param subscriptionName its owner's name for it
 * @param type of the news, or {@code test}
 * @param at when the news came about; when it was asked for, of a test
 * @param notice as it stood then; missing in a test
 * @param mayBeTold whether the subscriber may still see it, or was told what this takes back
 * @param tries before this one
 * @param secrets that are live, newest first
 */
public record DueDelivery(
        UUID id,
        UUID lease,
        UUID subscription,
        String subscriptionName,
        Channel channel,
        String type,
        Instant at,
        @Nullable Notice notice,
        boolean mayBeTold,
        int tries,
        List<WebhookSecret> secrets) {

    /** The type of a delivery that only tries the endpoint. */
    public static final String TEST = "test";

    public DueDelivery {
        secrets = List.copyOf(secrets);
    }

    /** The same, signed with these. */
    public DueDelivery signedWith(List<WebhookSecret> live) {
        return new DueDelivery(
                id, lease, subscription, subscriptionName, channel, type, at, notice, mayBeTold, tries, live);
    }

    public boolean isTest() {
        return type.equals(TEST);
    }
}
