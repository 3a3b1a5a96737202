package org.skypatch.notification.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.finding.RuleCode;
import org.skypatch.contracts.finding.RuleKind;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.notification.delivery.WebhookAddresses;
import org.skypatch.notification.subscription.Channel;
import org.skypatch.notification.subscription.Interest;
import org.skypatch.notification.subscription.MovementRole;

/**
 * What a caller wants to be told, and where, as it is sent.
 *
 * @param interest the usual one if it is missing
 * @param channel must be there
 * @param active true if it is missing
 */
public record SubscriptionAsked(
        @Nullable InterestAsked interest,
        @Nullable ChannelAsked channel,
        @Nullable Boolean active) {

    private static final int MOST_VALUES = 500;

    /** What is missing or empty narrows nothing; severity and departure notices are as usual if they are missing. */
    public record InterestAsked(
            @Nullable List<@Nullable String> countries,
            @Nullable List<@Nullable String> roles,
            @Nullable List<@Nullable String> commodities,
            @Nullable List<@Nullable String> groups,
            @Nullable List<@Nullable String> rules,
            @Nullable List<@Nullable String> kinds,
            @Nullable String minSeverity,
            @Nullable Boolean departureNotices) {}

    /** Exactly one channel. */
    public record ChannelAsked(@Nullable WebhookAsked webhook) {}

    /** The subscriber's own server. */
    public record WebhookAsked(@Nullable String url) {}

    /** What is asked, read. */
    record Asked(Interest interest, Channel channel, boolean active) {}

    /**
     * Reads it.
     *
     * @param country that the caller acts for, if any
     * @throws ProblemException naming every wrong field
     */
    Asked read(@Nullable CountryCode country, WebhookAddresses addresses) {
        List<FieldProblem> problems = new ArrayList<>();
        Interest asked = interest(country, problems);
        Optional<Channel> where = channel(addresses, problems);
        if (!problems.isEmpty() || where.isEmpty()) {
            throw new ProblemException(EdgeProblem.IMPOSSIBLE, "some fields cannot be so", problems);
        }
        return new Asked(asked, where.get(), !Boolean.FALSE.equals(active));
    }

    private Interest interest(@Nullable CountryCode country, List<FieldProblem> problems) {
        Interest usual = Interest.usual(country != null);
        if (interest == null) {
            return usual;
        }
        Set<CountryCode> countries = values("countries", interest.countries(), CountryCode::of, problems);
        Set<MovementRole> roles = values("roles", interest.roles(), SubscriptionAsked::role, problems);
        if (!roles.isEmpty() && countries.isEmpty() && country == null) {
            problems.add(new FieldProblem(
                    "/interest/countries", "must name the countries whose roles are meant: you act for none"));
        }
        return new Interest(
                countries,
                roles,
                values("commodities", interest.commodities(), CommodityId::of, problems),
                values("groups", interest.groups(), Interest::group, problems),
                values("rules", interest.rules(), RuleCode::of, problems),
                values("kinds", interest.kinds(), RuleKind::of, problems),
                severity(interest.minSeverity(), problems).orElse(usual.minSeverity()),
                Objects.requireNonNullElse(interest.departureNotices(), usual.departureNotices()));
    }

    private static Optional<Severity> severity(@Nullable String label, List<FieldProblem> problems) {
        try {
            return Optional.ofNullable(label).map(Severity::of);
        } catch (IllegalArgumentException e) {
            problems.add(problem("/interest/minSeverity", e));
            return Optional.empty();
        }
    }

    private Optional<Channel> channel(WebhookAddresses addresses, List<FieldProblem> problems) {
        if (channel == null || channel.webhook() == null) {
            problems.add(new FieldProblem("/channel", "must name a channel: webhook"));
            return Optional.empty();
        }
        String url = channel.webhook().url();
        if (url == null) {
            problems.add(new FieldProblem("/channel/webhook/url", "must be there"));
            return Optional.empty();
        }
        addresses.refusal(url).ifPresent(why -> problems.add(new FieldProblem("/channel/webhook/url", why)));
        return Optional.of(new Channel.Webhook(url));
    }

    private static <T> Set<T> values(
            String field,
            @Nullable List<@Nullable String> texts,
            Function<String, T> reading,
            List<FieldProblem> problems) {
        String pointer = "/interest/" + field;
        List<@Nullable String> all = texts == null ? List.of() : texts;
        if (all.size() > MOST_VALUES) {
            problems.add(new FieldProblem(pointer, "must have at most " + MOST_VALUES + " values"));
            return Set.of();
        }
        Set<T> values = new LinkedHashSet<>();
        for (int i = 0; i < all.size(); i++) {
            try {
                values.add(reading.apply(Optional.ofNullable(all.get(i))
                        .orElseThrow(() -> new IllegalArgumentException("must not be null"))));
            } catch (IllegalArgumentException e) {
                problems.add(problem(pointer + "/" + i, e));
            }
        }
        return Collections.unmodifiableSet(values);
    }

    private static FieldProblem problem(String pointer, IllegalArgumentException e) {
        return new FieldProblem(pointer, Optional.ofNullable(e.getMessage()).orElse("cannot be read"));
    }

    private static MovementRole role(String label) {
        return MovementRole.parse(label)
                .orElseThrow(
                        () -> new IllegalArgumentException("must be one of dispatch, destination, transit, origin"));
    }
}
