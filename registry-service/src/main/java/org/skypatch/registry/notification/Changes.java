package org.skypatch.registry.notification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skypatch.contracts.registry.NotificationChange;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.StateDecision;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.record.Decision;

/**
 * Changes after consent: asked for by the State of export, in effect when every other State concerned agrees. Until then
 * what was consented stands, and shipments go on under it.
 */
public final class Changes {

    private Changes() {}

    /** The State of export asks for a change. */
    public static Decision<NotificationFact> request(
            Optional<NotificationFact> present, Act act, NotificationChange change) {
        return Standing.ifThere(
                present,
                act,
                notification -> Standing.isByExport(notification, act)
                        ? Standing.moved(notification, NotificationMove.REQUEST_CHANGE, requested -> {
                            Amending next = new Amending(notification);
                            next.state = requested;
                            next.change = change;
                            return next.fact();
                        })
                        : Standing.notYours("only the State of export asks for a change"));
    }

    /** The State of export no longer asks for it. */
    public static Decision<NotificationFact> drop(Optional<NotificationFact> present, Act act, String words) {
        return Standing.ifThere(
                present,
                act,
                notification -> Standing.isByExport(notification, act)
                        ? Standing.moved(notification, NotificationMove.DROP_CHANGE, active -> {
                            Amending next = new Amending(notification);
                            next.state = active;
                            next.change = null;
                            next.exchange(act, "change-dropped", words);
                            return next.fact();
                        })
                        : Standing.notYours("only the State of export drops what it has asked for"));
    }

    /** A State refuses the change: everything stays as it was consented. */
    public static Decision<NotificationFact> refuse(Optional<NotificationFact> present, Act act, String words) {
        return Standing.ifThere(
                present,
                act,
                notification -> Standing.isByExport(notification, act)
                        ? Standing.notYours("the State of export drops a change instead of refusing it")
                        : Standing.moved(notification, NotificationMove.REFUSE_CHANGE, active -> {
                            Amending next = new Amending(notification);
                            next.state = active;
                            next.change = null;
                            next.exchange(act, "change-refused", words);
                            return next.fact();
                        }));
    }

    /** A State agrees; with the last one the change takes effect. */
    public static Decision<NotificationFact> agree(Optional<NotificationFact> present, Act act) {
        return Standing.ifThere(present, act, notification -> {
            if (Standing.isByExport(notification, act)) {
                return Standing.notYours("the State of export has agreed by asking");
            }
            NotificationChange change = notification.change();
            if (change == null) {
                return Standing.notNow(notification);
            }
            NotificationChange agreed = agreedBy(change, act.country());
            boolean isAgreedByAll = notification.decisions().stream()
                    .map(StateDecision::country)
                    .filter(country -> !country.equals(notification.exportCountry()))
                    .allMatch(agreed.agreed()::contains);
            if (!isAgreedByAll) {
                Amending next = new Amending(notification);
                next.change = agreed;
                return new Decision.Become<>(next.fact());
            }
            return Standing.moved(notification, NotificationMove.AGREE_CHANGE, active -> {
                Amending next = new Amending(notification);
                next.state = active;
                take(agreed, next);
                next.change = null;
                next.exchange(act, "change-agreed", change.words());
                return next.fact();
            });
        });
    }

    private static void take(NotificationChange change, Amending next) {
        if (change.totalMassKg() != null) {
            next.totalMassKg = change.totalMassKg();
        }
        if (change.shipments() != null) {
            next.shipments = change.shipments();
        }
        if (change.periodUntil() != null) {
            LocalDate before = next.periodUntil;
            next.periodUntil = change.periodUntil();
            next.decisions = next.decisions.stream()
                    .map(decision -> lasting(decision, before, change.periodUntil()))
                    .toList();
        }
        next.carriers = change.carriers().isEmpty() ? next.carriers : change.carriers();
        next.offices = change.offices().isEmpty() ? next.offices : change.offices();
    }

    /** A consent that lasted as long as the notification goes on doing so; a shorter one stays short. */
    private static StateDecision lasting(StateDecision decision, LocalDate before, LocalDate until) {
        if (!before.equals(decision.validUntil())) {
            return decision;
        }
        Answering longer = new Answering(decision);
        longer.validUntil = until;
        return longer.answer();
    }

    private static NotificationChange agreedBy(NotificationChange change, CountryCode country) {
        List<CountryCode> agreed = new ArrayList<>(change.agreed());
        if (!agreed.contains(country)) {
            agreed.add(country);
        }
        return new NotificationChange(
                change.requestedOn(),
                change.words(),
                change.totalMassKg(),
                change.shipments(),
                change.periodUntil(),
                change.carriers(),
                change.offices(),
                agreed);
    }
}
