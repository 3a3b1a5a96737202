package org.skypatch.registry.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.skypatch.contracts.finding.Sentence;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.NotificationState;
import org.skypatch.contracts.registry.StateDecision;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.authority.Unions;
import org.skypatch.registry.clock.Clocked;
import org.skypatch.registry.clock.Limits;
import org.skypatch.registry.clock.RunningClock;
import org.skypatch.registry.clock.TaskKind;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.RecordKind;

/**
 * The clocks of a notification: the State of export must forward it, each State must decide, a State's silence may become
 * its consent, and in the end its period is over. The import State's written consent has no limit in the Convention; one
 * runs only where its own law, its union's or an agreement sets it.
 */
public final class NotificationClocks implements Clocked<NotificationFact> {

    private static final String SILENCE = "silence/";
    private static final String PRESUMED = "presumed-consent";
    private static final String EXPIRY = "expiry";

    private final Unions unions;

    public NotificationClocks(Unions unions) {
        this.unions = unions;
    }

    @Override
    public RecordKind<NotificationFact> kind() {
        return RecordKind.NOTIFICATION;
    }

    @Override
    public List<RunningClock> clocks(String name, NotificationFact notification, Limits limits) {
        ClockMaking making = new ClockMaking(limits, unions);
        List<RunningClock> clocks = new ArrayList<>();
        if (notification.state() == NotificationState.FORWARDED) {
            notification.decisions().stream()
                    .flatMap(decision -> ofState(notification, decision, making))
                    .forEach(clocks::add);
        }
        if (NotificationMove.EXPIRE.from(notification.state()).isPresent()) {
            clocks.add(making.clock(
                    EXPIRY,
                    ClockMaking.days(
                            "basel", "notification-period", 0, "lapse", notification.periodFrom(), "Article 6(8)"),
                    TaskKind.NOTIFICATION_EXPIRES,
                    notification.periodUntil(),
                    notification.exportCountry(),
                    ClockMaking.sentence(
                            TaskKind.NOTIFICATION_EXPIRES.sentence(),
                            notification.number(),
                            notification.exportCountry(),
                            notification.exportCountry())));
        }
        return clocks;
    }

    private static Stream<RunningClock> ofState(
            NotificationFact notification, StateDecision decision, ClockMaking making) {
        if (!StateMove.OBJECT.from(decision.decision()).isPresent()) {
            return Stream.empty();
        }
        LocalDate received = decision.receivedOn();
        if (received == null) {
            return Stream.empty();
        }
        CountryCode state = decision.country();
        if (StateAnswers.maySayBySilence(decision)) {
            return silence(decision, received, making)
                    .map(limit -> making.clock(
                            SILENCE + state,
                            limit,
                            TaskKind.NOTIFICATION_TO_DECIDE,
                            received,
                            state,
                            said(TaskKind.NOTIFICATION_TO_DECIDE.sentence() + ".silence", notification, state)))
                    .stream();
        }
        Optional<LimitFact> limit = Optional.of(received)
                .filter(day -> notification.preConsented())
                .flatMap(day -> making.limit(state, "pre-consented-decision", day))
                .or(() -> making.limit(state, "decision", received))
                .or(() -> decision.role().equals("transit")
                        ? making.limit(state, "transit-silence", received)
                        : Optional.empty());
        return limit
                .map(deciding -> making.clock(
                        "decision/" + state,
                        withoutEffect(deciding),
                        TaskKind.NOTIFICATION_TO_DECIDE,
                        received,
                        state,
                        said(TaskKind.NOTIFICATION_TO_DECIDE.sentence(), notification, state)))
                .stream();
    }

    /** The rule by which a State's silence counts; the shorter of two. */
    private static Optional<LimitFact> silence(StateDecision decision, LocalDate received, ClockMaking making) {
        Optional<LimitFact> waived =
                decision.writtenConsentWaived() && decision.role().equals("transit")
                        ? making.limit(decision.country(), "transit-silence", received)
                        : Optional.empty();
        Integer tacitDays = decision.tacitDays();
        Optional<LimitFact> tacit = Optional.ofNullable(tacitDays)
                .map(days -> ClockMaking.days("agreement", "tacit-consent", days, PRESUMED, received, "Article 11"));
        return Stream.of(waived, tacit).flatMap(Optional::stream).min(Comparator.comparing(LimitFact::number));
    }

    /** Nobody has waived anything: the same number of days only tells that a State is late. */
    private static LimitFact withoutEffect(LimitFact limit) {
        return limit.effect().equals(PRESUMED)
                ? new LimitFact(
                        limit.scope(),
                        limit.id(),
                        limit.startsWith(),
                        limit.number(),
                        limit.unit(),
                        limit.direction(),
                        limit.duty(),
                        limit.holidayCalendar(),
                        "none",
                        limit.from(),
                        limit.until(),
                        limit.source())
                : limit;
    }

    private static Sentence said(String key, NotificationFact notification, CountryCode state) {
        return ClockMaking.sentence(key, notification.number(), notification.exportCountry(), state);
    }

    @Override
    public Decision<NotificationFact> fired(NotificationFact notification, RunningClock clock, Instant now) {
        if (clock.name().equals(EXPIRY)) {
            return NotificationDecisions.expire(notification);
        }
        if (clock.name().startsWith(SILENCE)) {
            LocalDate lastDay = LocalDate.ofInstant(clock.dueAt().minusNanos(1), ZoneOffset.UTC);
            return StateAnswers.presume(
                    notification, CountryCode.of(clock.name().substring(SILENCE.length())), lastDay);
        }
        return new Decision.Become<>(notification);
    }
}
