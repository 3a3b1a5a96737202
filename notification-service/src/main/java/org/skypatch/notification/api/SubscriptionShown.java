package org.skypatch.notification.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.finding.RuleCode;
import org.skypatch.contracts.finding.RuleKind;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.notification.subscription.Channel;
import org.skypatch.notification.subscription.Interest;
import org.skypatch.notification.subscription.MovementRole;
import org.skypatch.notification.subscription.Subscription;
import org.skypatch.notification.subscription.WebhookSecret;

/**
 * A subscription as its owner reads it.
 *
 * @param id the owner's own name for it
 * @param disabled when and why the system switched it off
 * @param secret shown once: when it is made or rotated
 * @param secrets the lives of the secrets that are live, newest first
 * @param health how the endpoint has answered lately
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubscriptionShown(
        String id,
        AdministrationId owner,
        InterestShown interest,
        ChannelShown channel,
        boolean active,
        @Nullable DisabledShown disabled,
        @Nullable String secret,
        List<SecretShown> secrets,
        HealthShown health,
        Instant createdAt,
        Instant changedAt) {

    /** What it wants to hear; what is empty narrows nothing. */
    public record InterestShown(
            Set<CountryCode> countries,
            List<String> roles,
            Set<CommodityId> commodities,
            Set<String> groups,
            Set<RuleCode> rules,
            Set<RuleKind> kinds,
            Severity minSeverity,
            boolean departureNotices) {

        static InterestShown of(Interest interest) {
            return new InterestShown(
                    interest.countries(),
                    interest.roles().stream().map(MovementRole::label).toList(),
                    interest.commodities(),
                    interest.groups(),
                    interest.rules(),
                    interest.kinds(),
                    interest.minSeverity(),
                    interest.departureNotices());
        }
    }

    /** Where it is told. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChannelShown(@Nullable WebhookShown webhook) {

        static ChannelShown of(Channel channel) {
            return switch (channel) {
                case Channel.Webhook(String url) -> new ChannelShown(new WebhookShown(url));
            };
        }
    }

    /** The subscriber's own server. */
    public record WebhookShown(String url) {}

    /** When and why the system switched it off. */
    public record DisabledShown(Instant at, String because) {}

    /** A secret's life, without the secret. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SecretShown(Instant createdAt, @Nullable Instant endsAt) {}

    /**
     * How the endpoint has answered lately.
     *
     * @param failingSince missing if the last answer was good
     * @param pausedUntil it is left in peace until then
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HealthShown(
            int consecutiveFailures,
            @Nullable Instant failingSince,
            @Nullable Instant pausedUntil) {}

    static SubscriptionShown of(Subscription subscription) {
        return of(subscription, null);
    }

    static SubscriptionShown of(Subscription subscription, @Nullable WebhookSecret secret) {
        Subscription.Disabled disabled = subscription.disabled();
        Subscription.Health health = subscription.health();
        return new SubscriptionShown(
                subscription.name(),
                subscription.owner(),
                InterestShown.of(subscription.interest()),
                ChannelShown.of(subscription.channel()),
                subscription.active(),
                disabled == null ? null : new DisabledShown(disabled.at(), disabled.because()),
                secret == null ? null : secret.text(),
                subscription.secrets().stream()
                        .map(life -> new SecretShown(life.createdAt(), life.endsAt()))
                        .toList(),
                new HealthShown(health.consecutiveFailures(), health.failingSince(), health.pausedUntil()),
                subscription.createdAt(),
                subscription.changedAt());
    }
}
