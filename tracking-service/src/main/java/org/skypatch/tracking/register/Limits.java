package org.skypatch.tracking.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Optional;
import org.skypatch.contracts.registry.LimitFact;

/** Time limits of law and policy, as the registry records them: from whose rule, under which name. */
public final class Limits {

    private Limits() {}

    /**
     * The limit of this name on that day: that of the first of these scopes that has one.
     *
     * @param scopes countries, {@code EU}, conventions or {@code policy}, the nearest first
     */
    public static Optional<LimitFact> find(Law law, Collection<String> scopes, String id, LocalDate day) {
        return scopes.stream()
                .flatMap(scope ->
                        law.limits().on(day, scope).filter(limit -> limit.id().equals(id)))
                .findFirst();
    }

    /** When the limit is over that began at the instant: at the end of its last day, in UTC. */
    public static Instant end(LimitFact limit, Instant start) {
        ZonedDateTime from = start.atZone(ZoneOffset.UTC);
        return switch (limit.unit()) {
            case "working-days" -> WorkingDays.USUAL.after(start, limit.number());
            case "months" -> endOf(from.toLocalDate().plusMonths(limit.number()));
            case "years" -> endOf(from.toLocalDate().plusYears(limit.number()));
            default -> endOf(from.toLocalDate().plusDays(limit.number()));
        };
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
