package org.skypatch.registry.notification;

import java.util.Optional;
import java.util.function.Function;
import org.skypatch.contracts.registry.DecisionState;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.NotificationState;
import org.skypatch.contracts.registry.StateDecision;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Refusal;

/** How a notification stands: what is asked again and again before anything is done to it. */
public final class Standing {

    private Standing() {}

    /** Whether every State concerned has consented, or is presumed to have. */
    static boolean everyStateConsents(NotificationFact notification) {
        return notification.decisions().stream().allMatch(decision -> isConsent(decision.decision()));
    }

    /** Whether a State's answer lets the movement go ahead. */
    public static boolean isConsent(DecisionState decision) {
        return decision == DecisionState.CONSENTED
                || decision == DecisionState.WITH_CONDITIONS
                || decision == DecisionState.PRESUMED;
    }

    /** What a State has decided. */
    public static Optional<StateDecision> of(NotificationFact notification, CountryCode country) {
        return notification.decisions().stream()
                .filter(decision -> decision.country().equals(country))
                .findFirst();
    }

    /**
     * Makes a notification active if nothing is missing any more: the consent of every State concerned (Article 6(1), (4)),
     * the contract confirmed (Article 6(3)(b)) and a guarantee, if one is required (Article 6(11)).
     */
    static NotificationFact activated(NotificationFact notification) {
        boolean isCovered = !notification.guaranteeRequired()
                || notification.guarantee() != null && notification.guaranteeConfirmedOn() != null;
        boolean hasContract = notification.contract() != null && notification.contractConfirmedOn() != null;
        if (!(everyStateConsents(notification) && hasContract && isCovered)) {
            return notification;
        }
        return NotificationMove.ACTIVATE
                .from(notification.state())
                .map(active -> in(active, notification))
                .orElse(notification);
    }

    static NotificationFact in(NotificationState state, NotificationFact notification) {
        Amending next = new Amending(notification);
        next.state = state;
        return next.fact();
    }

    /** What becomes of a notification that is there for the one who acts. */
    static Decision<NotificationFact> ifThere(
            Optional<NotificationFact> present,
            Act act,
            Function<NotificationFact, Decision<NotificationFact>> decide) {
        return present.filter(notification -> RecordKind.NOTIFICATION
                        .readers()
                        .apply(notification)
                        .contains(act.country().value()))
                .map(decide)
                .orElseGet(() -> new Decision.Refuse<>(new Refusal.Missing()));
    }

    /** What becomes of a notification if its state allows a move. */
    static Decision<NotificationFact> moved(
            NotificationFact notification,
            NotificationMove move,
            Function<NotificationState, NotificationFact> becoming) {
        return move.from(notification.state())
                .<Decision<NotificationFact>>map(next -> new Decision.Become<>(becoming.apply(next)))
                .orElseGet(() -> notNow(notification));
    }

    static Decision<NotificationFact> notNow(NotificationFact notification) {
        return new Decision.Refuse<>(new Refusal.NotFromThisState(
                notification.state().label(), NotificationMove.labelsIn(notification.state())));
    }

    static <F> Decision<F> notYours(String whose) {
        return new Decision.Refuse<>(new Refusal.NotYours(whose));
    }

    /** Whether the State of export acts; only it writes, sends out and changes a notification. */
    static boolean isByExport(NotificationFact notification, Act act) {
        return act.country().equals(notification.exportCountry());
    }
}
