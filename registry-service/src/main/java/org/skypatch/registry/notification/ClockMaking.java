package org.skypatch.registry.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.finding.Sentence;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.authority.Unions;
import org.skypatch.registry.clock.Limits;
import org.skypatch.registry.clock.RunningClock;
import org.skypatch.registry.clock.TaskKind;

/** Makes the clocks of notifications and shipments from the limits of the States that must act. */
final class ClockMaking {

    /** At this time of a day in UTC it is the same day from Hawaii to Samoa, so that a date means itself everywhere. */
    private static final LocalTime SAME_DAY = LocalTime.of(10, 30);

    private static final String CONVENTION = "basel";

    private final Limits limits;
    private final Unions unions;

    ClockMaking(Limits limits, Unions unions) {
        this.limits = limits;
        this.unions = unions;
    }

    /** The limit of this name that binds a State: its own, else its union's, else the Convention's. */
    Optional<LimitFact> limit(CountryCode state, String id, LocalDate on) {
        List<String> scopes = new ArrayList<>();
        scopes.add(state.value());
        scopes.addAll(unions.of(state, on));
        scopes.add(CONVENTION);
        return scopes.stream()
                .flatMap(scope -> limits.inForce(scope, id, on).stream())
                .findFirst();
    }

    /** The last day of a limit that counts from a day by the calendar of a State. */
    LocalDate lastDay(LimitFact limit, LocalDate start, CountryCode duty) {
        Addressee authority = authority(duty);
        return limits.calendar(limit, limits.administration(authority).orElse(null))
                .lastDay(limit, startOf(start));
    }

    /** A clock on which a State must act, from a day on. */
    RunningClock clock(String name, LimitFact limit, TaskKind task, LocalDate start, CountryCode duty, Sentence said) {
        return clock(name, limit, task, start, List.of(duty), said);
    }

    /** A clock on which several States must act, by the calendar of the first. */
    RunningClock clock(
            String name, LimitFact limit, TaskKind task, LocalDate start, List<CountryCode> duty, Sentence said) {
        List<Addressee> authorities = duty.stream().map(ClockMaking::authority).toList();
        Instant startedAt = startOf(start);
        return new RunningClock(
                name,
                limit.scope() + "/" + limit.id(),
                task.label(),
                startedAt,
                limits.due(limit, startedAt, authorities.getFirst()),
                limit.effect(),
                authorities,
                said);
    }

    /** The limit that a rule of so many days comes to, where no record of limits holds it. */
    static LimitFact days(String scope, String id, int number, String effect, LocalDate from, String source) {
        return new LimitFact(
                scope, id, id, number, "calendar-days", "after", "authority", null, effect, from, null, source);
    }

    private static Instant startOf(LocalDate day) {
        return day.atTime(SAME_DAY).toInstant(ZoneOffset.UTC);
    }

    private static Addressee authority(CountryCode country) {
        return new Addressee(country, Competence.BASEL, null, null);
    }

    static Sentence sentence(String key, String number, CountryCode from, CountryCode state) {
        return new Sentence(
                key,
                List.of(
                        SentenceArgument.nominal("notification", number),
                        SentenceArgument.plain("export", from),
                        SentenceArgument.plain("state", state)));
    }

    static Sentence sentence(String key, String number, CountryCode from, CountryCode state, int serial) {
        List<SentenceArgument> arguments =
                new ArrayList<>(sentence(key, number, from, state).arguments());
        arguments.add(SentenceArgument.nominal("serial", serial));
        return new Sentence(key, arguments);
    }
}
