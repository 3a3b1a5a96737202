package org.skypatch.registry.notification;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.DecisionState;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.NotificationState;
import org.skypatch.contracts.registry.StateDecision;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Refusal;

/** What the States concerned say of a notification, each for itself; and what its silence says. */
public final class StateAnswers {

    private StateAnswers() {}

    /** A State acknowledges, asks or decides; the last missing consent makes the notification active. */
    public static Decision<NotificationFact> answer(Optional<NotificationFact> present, Act act, Answer answer) {
        return Standing.ifThere(present, act, notification -> {
            if (!act.country().equals(answer.country())) {
                return Standing.notYours("a decision is posted by the deciding State itself");
            }
            Optional<StateDecision> standing = Standing.of(notification, act.country());
            if (standing.filter(said -> isSaidAgain(said, answer)).isPresent()) {
                return new Decision.Become<>(notification);
            }
            if (notification.state() != NotificationState.FORWARDED || standing.isEmpty()) {
                return Standing.notNow(notification);
            }
            return StateMove.saying(answer.decision())
                    .flatMap(move -> move.from(standing.get().decision()))
                    .<Decision<NotificationFact>>map(next ->
                            new Decision.Become<>(Standing.activated(answered(notification, next, act, answer))))
                    .orElseGet(() -> decided(standing.get()));
        });
    }

    /** Whether a State says what it has said already; that changes nothing, however far the notification has come. */
    private static boolean isSaidAgain(StateDecision said, Answer answer) {
        return said.decision() == answer.decision()
                && said.withdrawnOn() == null
                && Objects.equals(said.validFrom(), answer.validFrom())
                && Objects.equals(said.validUntil(), answer.validUntil())
                && said.conditions().equals(answer.conditions())
                && Objects.equals(said.reason(), answer.words())
                && answer.on() != null
                && answer.on().equals(said.on());
    }

    private static NotificationFact answered(
            NotificationFact notification, DecisionState decision, Act act, Answer answer) {
        LocalDate on = answer.on() == null ? act.today() : answer.on();
        Amending next = new Amending(notification);
        next.decision(act.country(), standing -> says(standing, decision, on, act, answer));
        if (decision == DecisionState.INFORMATION_ASKED) {
            next.exchange(act, "asked", answer.words());
        }
        next.guaranteeRequired |= Boolean.TRUE.equals(answer.guaranteeRequired());
        boolean confirms = Standing.isConsent(decision)
                && answer.contractConfirmed()
                && act.country().equals(notification.importCountry())
                && next.contract != null;
        if (confirms && next.contractConfirmedOn == null) {
            next.contractConfirmedOn = on;
        }
        return next.fact();
    }

    private static StateDecision says(
            StateDecision standing, DecisionState decision, LocalDate on, Act act, Answer answer) {
        Answering next = new Answering(standing);
        next.decision = decision;
        next.authority = act.by();
        if (next.receivedOn == null) {
            next.receivedOn =
                    answer.receivedOn() == null && decision == DecisionState.ACKNOWLEDGED ? on : answer.receivedOn();
        }
        if (answer.writtenConsentWaived() != null && standing.role().equals("transit")) {
            next.writtenConsentWaived = answer.writtenConsentWaived();
        }
        if (decision == DecisionState.INFORMATION_ASKED && next.askedOn == null) {
            next.askedOn = on;
        }
        if (decision != DecisionState.ACKNOWLEDGED && decision != DecisionState.INFORMATION_ASKED) {
            next.on = on;
            next.validFrom = answer.validFrom();
            next.validUntil = answer.validUntil();
            next.conditions = answer.conditions();
            next.reason = answer.words();
        }
        return next.answer();
    }

    /** The State of export answers what a State has asked. */
    public static Decision<NotificationFact> reply(
            Optional<NotificationFact> present, Act act, CountryCode asking, String words) {
        return Standing.ifThere(present, act, notification -> {
            if (!Standing.isByExport(notification, act)) {
                return Standing.notYours("only the State of export replies to what is asked");
            }
            Optional<StateDecision> standing = Standing.of(notification, asking);
            if (notification.state() != NotificationState.FORWARDED || standing.isEmpty()) {
                return Standing.notNow(notification);
            }
            return StateMove.REPLY
                    .from(standing.get().decision())
                    .<Decision<NotificationFact>>map(replied -> {
                        Amending next = new Amending(notification);
                        next.decision(asking, decision -> {
                            Answering answering = new Answering(decision);
                            answering.decision = replied;
                            return answering.answer();
                        });
                        next.exchange(act, "replied", words);
                        return new Decision.Become<>(next.fact());
                    })
                    .orElseGet(() -> decided(standing.get()));
        });
    }

    /** A State takes its consent back; nothing may start any more. */
    public static Decision<NotificationFact> withdrawConsent(
            Optional<NotificationFact> present, Act act, @Nullable LocalDate on, String words) {
        return Standing.ifThere(
                present,
                act,
                notification -> Standing.moved(notification, NotificationMove.WITHDRAW_CONSENT, withdrawn -> {
                    Amending next = new Amending(notification);
                    next.state = withdrawn;
                    next.suspendedBy = null;
                    next.change = null;
                    next.decision(act.country(), standing -> {
                        Answering answering = new Answering(standing);
                        answering.withdrawnOn = on == null ? act.today() : on;
                        answering.reason = words;
                        answering.authority = act.by();
                        return answering.answer();
                    });
                    return next.fact();
                }));
    }

    /**
     * A State's silence becomes its consent: of a transit State that has waived written consent, 60 days from its own
     * receipt (Article 6(4)); or of a State that an Article 11 agreement's tacit rule binds. Its consent lasts as long as the
     * notification.
     */
    public static Decision<NotificationFact> presume(NotificationFact notification, CountryCode silent, LocalDate on) {
        return Standing.of(notification, silent)
                .filter(standing -> notification.state() == NotificationState.FORWARDED && maySayBySilence(standing))
                .flatMap(standing -> StateMove.PRESUME.from(standing.decision()))
                .<Decision<NotificationFact>>map(presumed -> {
                    Amending next = new Amending(notification);
                    next.decision(silent, standing -> {
                        Answering answering = new Answering(standing);
                        answering.decision = presumed;
                        answering.on = on;
                        answering.validFrom = on;
                        answering.validUntil = notification.periodUntil();
                        return answering.answer();
                    });
                    return new Decision.Become<>(Standing.activated(next.fact()));
                })
                .orElseGet(() -> new Decision.Become<>(notification));
    }

    /** Whether the silence of a State means anything: it has received, has asked nothing, and a rule lets silence count. */
    static boolean maySayBySilence(StateDecision standing) {
        boolean waives = standing.role().equals("transit") && standing.writtenConsentWaived();
        boolean isBound = !standing.role().equals("export") && standing.tacitDays() != null;
        return standing.decision() == DecisionState.ACKNOWLEDGED
                && standing.receivedOn() != null
                && standing.askedOn() == null
                && (waives || isBound);
    }

    private static Decision<NotificationFact> decided(StateDecision standing) {
        return new Decision.Refuse<>(new Refusal.NotFromThisState(
                standing.decision().label() + " by " + standing.country(), StateMove.labelsIn(standing.decision())));
    }
}
