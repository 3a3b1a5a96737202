package org.skypatch.tracking.finding.rule.waste;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;

/** Whether something had to follow within a limit that data give for the States concerned. */
final class Overdue {

    private Overdue() {}

    /**
     * By when it must have followed: the limit of the destination, of a union that holds it, or of the convention.
     *
     * @param starts the event that starts the limit, as the registry names it
     */
    static Optional<Instant> due(String starts, Fact start, Movement movement, Evidence evidence) {
        LocalDate day = start.content().occurredAt().toLocalDate();
        CountryCode destination = movement.route().destination();
        List<String> scopes = new ArrayList<>(List.of(destination.value()));
        evidence.register().territories().unionsOf(destination, day).forEach(union -> scopes.add(union.value()));
        scopes.add("basel");
        return scopes.stream()
                .flatMap(scope -> evidence.register().law().limits().on(day, scope))
                .filter(limit ->
                        limit.startsWith().equals(starts) && !limit.direction().equals("before"))
                .findFirst()
                .map(limit -> end(limit, start.content().occurredAt().toLocalDate()));
    }

    /** Working days are counted from Monday to Friday: holidays, which tracking does not know, are given in doubt. */
    private static Instant end(LimitFact limit, LocalDate from) {
        LocalDate day =
                switch (limit.unit()) {
                    case "working-days" -> workingDays(from, limit.number());
                    case "months" -> from.plusMonths(limit.number());
                    case "years" -> from.plusYears(limit.number());
                    default -> from.plusDays(limit.number());
                };
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate workingDays(LocalDate from, int number) {
        LocalDate day = from;
        for (int left = number + HOLIDAYS_IN_DOUBT; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek().getValue() <= 5) {
                left--;
            }
        }
        return day;
    }

    /** How many holidays a limit in working days may hold. (policy) */
    private static final int HOLIDAYS_IN_DOUBT = 3;
}
