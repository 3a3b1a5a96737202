package org.skypatch.tracking.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.contracts.trade.CountryCode;

/** Time limits of law and policy, as the registry records them: from whose rule, under which name. */
public final class Limits {

    private Limits() {}

    /**
     * The limit of this name on that day: that of the first of these scopes that has one.
     *
     * @param scopes countries, {@code EU}, conventions or {@code policy}, the nearest first
     */
    private static Optional<LimitFact> find(Law law, Collection<String> scopes, String id, LocalDate day) {
        return scopes.stream()
                .flatMap(scope ->
                        law.limits().on(day, scope).filter(limit -> limit.id().equals(id)))
                .findFirst();
    }

    /**
     * When something is due that these States set a limit for: by the first of them that has one on record, itself or by a
     * union that holds it, else by the convention or the policy.
     *
     * @param states the States concerned, the one whose people must act first; their working days count
     * @param otherwise {@code basel} or {@code policy}
     * @param inDoubt how many holidays more to allow where nobody has said which there are
     * @return nothing if nobody has set a limit of this name
     */
    public static Optional<Instant> due(
            Register register, String id, List<CountryCode> states, String otherwise, Instant start, int inDoubt) {
        LocalDate day = start.atZone(ZoneOffset.UTC).toLocalDate();
        List<String> scopes = new ArrayList<>();
        for (CountryCode state : states) {
            scopes.add(state.value());
            register.territories().unionsOf(state, day).forEach(union -> scopes.add(union.value()));
        }
        scopes.add(otherwise);
        return find(register.law(), scopes, id, day)
                .filter(limit -> !limit.direction().equals("before"))
                .map(limit -> end(limit, start, register.administrations().workingDays(states.getFirst()), inDoubt));
    }

    /** When the limit is over that began at the instant: at the end of its last day, in UTC or where its days are worked. */
    private static Instant end(LimitFact limit, Instant start, Optional<WorkingDays> working, int inDoubt) {
        ZonedDateTime from = start.atZone(ZoneOffset.UTC);
        return switch (limit.unit()) {
            case "working-days" ->
                working.map(days -> days.after(start, limit.number()))
                        .orElseGet(() -> WorkingDays.USUAL.after(start, limit.number() + inDoubt));
            case "months" -> endOf(from.toLocalDate().plusMonths(limit.number()));
            case "years" -> endOf(from.toLocalDate().plusYears(limit.number()));
            default -> endOf(from.toLocalDate().plusDays(limit.number()));
        };
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
