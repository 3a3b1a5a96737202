package org.skypatch.registry.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.registry.clock.DueDates;
import org.skypatch.registry.clock.Limits;

/** Limits of a test, counted in UTC and in weeks of five working days. */
final class LimitsFake {

    private LimitsFake() {}

    static LimitFact limit(String scope, String id, int days, String startsWith, String effect) {
        return limit(scope, id, startsWith, days, "calendar-days", "after", "2000-01-01", null, effect);
    }

    /** The same limit in working days. */
    static LimitFact working(LimitFact limit) {
        return limit(
                limit.scope(),
                limit.id(),
                limit.startsWith(),
                limit.number(),
                "working-days",
                limit.direction(),
                limit.from().toString(),
                limit.until() == null ? null : limit.until().toString(),
                limit.effect());
    }

    /** So many working days before a shipment starts, from a day until another. */
    static LimitFact announcement(String scope, int workingDays, String from, @Nullable String until) {
        return limit(
                scope, "announcement", "shipment-starts", workingDays, "working-days", "before", from, until, "none");
    }

    private static LimitFact limit(
            String scope,
            String id,
            String startsWith,
            int number,
            String unit,
            String direction,
            String from,
            @Nullable String until,
            String effect) {
        return new LimitFact(
                scope,
                id,
                startsWith,
                number,
                unit,
                direction,
                "authority",
                null,
                effect,
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                "law of " + scope + " from " + from);
    }

    /** These limits alone. */
    static Limits in(LimitFact... limits) {
        return new Limits() {
            @Override
            public Optional<LimitFact> inForce(String scope, String id, LocalDate on) {
                return Arrays.stream(limits)
                        .filter(limit ->
                                limit.scope().equals(scope) && limit.id().equals(id))
                        .filter(limit ->
                                !on.isBefore(limit.from()) && (limit.until() == null || !on.isAfter(limit.until())))
                        .findFirst();
            }

            @Override
            public Instant due(LimitFact limit, Instant start, @Nullable AdministrationId duty) {
                return calendar(duty).due(limit, start);
            }

            @Override
            public Optional<AdministrationId> administration(Addressee duty) {
                return Optional.empty();
            }

            @Override
            public DueDates calendar(@Nullable AdministrationId administration) {
                return DueDates.of(null);
            }
        };
    }
}
