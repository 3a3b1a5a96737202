package org.skypatch.notification.subscription;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;

/**
 * A subscription as it is kept.
 *
 * @param name its owner's own name for it; two administrations may use the same one without knowing
 * @param active whether new alerts are brought; that a told one is over waits for it
 * @param disabled why the system switched it off; missing if it did not
 * @param secrets newest first; only of a webhook
 * @param health how its endpoint has answered lately
 * @param version rises with every change by its owner
 */
public record Subscription(
        AdministrationId owner,
        String name,
        Interest interest,
        Channel channel,
        boolean active,
        @Nullable Disabled disabled,
        List<SecretLife> secrets,
        Health health,
        long version,
        Instant createdAt,
        Instant changedAt) {

    /** When and why the system switched a subscription off. */
    public record Disabled(Instant at, String because) {}

    /**
     * A secret's life, without the secret.
     *
     * @param endsAt missing for the newest
     */
    public record SecretLife(Instant createdAt, @Nullable Instant endsAt) {}

    /**
     * How an endpoint has answered lately.
     *
     * @param failingSince missing if the last answer was good
     * @param pausedUntil it is left in peace until then
     */
    public record Health(
            int consecutiveFailures,
            @Nullable Instant failingSince,
            @Nullable Instant pausedUntil) {

        /** Nothing is known against it. */
        public static final Health GOOD = new Health(0, null, null);
    }

    public Subscription {
        secrets = List.copyOf(secrets);
    }
}
