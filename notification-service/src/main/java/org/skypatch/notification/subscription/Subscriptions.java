package org.skypatch.notification.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.notification.alert.AudienceKey;

/** The subscriptions of all administrations. Whose a subscription is not cannot tell it from one that does not exist. */
public interface Subscriptions {

    /** As many as one administration may have. */
    int MOST = 100;

    /**
     * What its owner wants.
     *
     * @param audience what the owner may see
     * @param country that the owner acts for, if any
     */
    record Wanted(
            AdministrationId owner,
            String name,
            AudienceKey audience,
            @Nullable CountryCode country,
            Interest interest,
            Channel channel,
            boolean active) {}

    /** What a caller knows of the record that it changes. */
    sealed interface Known {

        /** It did not say. */
        record Nothing() implements Known {}

        /** There is none yet. */
        record NoneYet() implements Known {}

        /** It is at one of these versions; any if there are none. */
        record Versions(Set<Long> versions) implements Known {}
    }

    /** What came of a change. */
    sealed interface Kept {

        /** Made, with the secret that is shown this once. */
        record Created(Subscription subscription, @Nullable WebhookSecret secret) implements Kept {}

        record Changed(Subscription subscription) implements Kept {}

        record Missing() implements Kept {}

        /** The caller knows another version. */
        record Outdated() implements Kept {}

        /** The caller must say which version it knows. */
        record VersionNotSaid() implements Kept {}

        /** The administration has as many as it may have. */
        record TooMany() implements Kept {}
    }

    /** A subscription and its new secret, shown this once. */
    record Rotated(Subscription subscription, WebhookSecret secret, Instant oldOnesEndAt) {}

    /** Makes it or changes it; what is the same already is left as it is. */
    Kept put(Wanted wanted, Known known);

    Optional<Subscription> find(AdministrationId owner, String name);

    /** Up to so many, by name, after this one. */
    List<Subscription> list(AdministrationId owner, @Nullable String after, int limit);

    /** Deletes it with its deliveries: {@link Kept.Changed} as it stood, or why not. */
    Kept delete(AdministrationId owner, String name, Known known);

    /** Gives it a new secret beside the newest, which ends after the time of grace. */
    Optional<Rotated> rotate(AdministrationId owner, String name);
}
