package org.skypatch.registry.notification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.DecisionState;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.NotificationState;
import org.skypatch.contracts.registry.StateDecision;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Refusal;

/** What the State of export makes of a notification, and what every State concerned may stop. */
public final class NotificationDecisions {

    private static final String EXPORT_ALONE = "only the competent authority of the State of export may do this";

    private NotificationDecisions() {}

    /**
     * Writes a notification as long as it is a draft. Saying again what a notification said when it was drafted changes
     * nothing, however far it has come.
     */
    public static Decision<NotificationFact> draft(Optional<NotificationFact> present, NotificationFact draft) {
        if (present.isEmpty() || present.get().state() == NotificationState.DRAFT) {
            return new Decision.Become<>(draft);
        }
        NotificationFact notification = present.get();
        return asDrafted(notification, draft).equals(draft)
                ? new Decision.Become<>(notification)
                : Standing.notNow(notification);
    }

    /** What a notification said before its course began; of the contract and the guarantee what the draft knew. */
    private static NotificationFact asDrafted(NotificationFact notification, NotificationFact draft) {
        Amending first = new Amending(notification);
        first.state = NotificationState.DRAFT;
        first.contract = draft.contract() == null ? null : notification.contract();
        first.contractConfirmedOn = null;
        first.guaranteeRequired = draft.guaranteeRequired();
        first.guarantee = draft.guarantee() == null ? null : notification.guarantee();
        first.guaranteeConfirmedOn = null;
        first.decisions = List.of();
        first.exchanges = List.of();
        first.forwardedOn = null;
        first.suspendedBy = null;
        first.change = null;
        return first.fact();
    }

    /** The exporter hands it in. */
    public static Decision<NotificationFact> submit(Optional<NotificationFact> present, Act act) {
        return byExport(present, act, NotificationMove.SUBMIT, (notification, next) -> next);
    }

    /** The State of export sends it to the others (Article 6(1)). From then on they see it. */
    public static Decision<NotificationFact> forward(Optional<NotificationFact> present, Act act, Forwarding law) {
        return byExport(present, act, NotificationMove.FORWARD, (notification, next) -> {
            next.forwardedOn = act.today();
            next.decisions = awaited(notification, act, law);
            return next;
        });
    }

    /** The State of export does not let it go out. */
    public static Decision<NotificationFact> notForward(Optional<NotificationFact> present, Act act, String words) {
        return byExport(present, act, NotificationMove.NOT_FORWARD, (notification, next) -> {
            next.exchange(act, "not-forwarded", words);
            return next;
        });
    }

    /** The exporter, or the State of export, takes it back. */
    public static Decision<NotificationFact> withdraw(Optional<NotificationFact> present, Act act, String words) {
        return byExport(present, act, NotificationMove.WITHDRAW, (notification, next) -> {
            next.exchange(act, "withdrawn", words);
            next.suspendedBy = null;
            next.change = null;
            return next;
        });
    }

    /** No further shipment is to come. */
    public static Decision<NotificationFact> complete(
            Optional<NotificationFact> present, Act act, Function<NotificationFact, List<Integer>> openShipments) {
        return Standing.ifThere(present, act, notification -> {
            List<Integer> open = openShipments.apply(notification);
            if (Standing.isByExport(notification, act)
                    && NotificationMove.COMPLETE.from(notification.state()).isPresent()
                    && !open.isEmpty()) {
                return new Decision.Refuse<>(new Refusal.NotFromThisState(
                        notification.state().label() + ", and of its shipments are open: " + open,
                        NotificationMove.labelsIn(notification.state())));
            }
            return byExport(present, act, NotificationMove.COMPLETE, (same, next) -> next);
        });
    }

    /** A State concerned lets nothing start for the time being. */
    public static Decision<NotificationFact> suspend(Optional<NotificationFact> present, Act act, String words) {
        return Standing.ifThere(
                present,
                act,
                notification -> Standing.moved(notification, NotificationMove.SUSPEND, suspended -> {
                    Amending next = new Amending(notification);
                    next.state = suspended;
                    next.suspendedBy = act.country();
                    next.change = null;
                    next.exchange(act, "suspended", words);
                    return next.fact();
                }));
    }

    /** The State that suspended it lets shipments start again. */
    public static Decision<NotificationFact> resume(Optional<NotificationFact> present, Act act, String words) {
        return Standing.ifThere(present, act, notification -> {
            CountryCode suspendedBy = notification.suspendedBy();
            if (suspendedBy != null && !suspendedBy.equals(act.country())) {
                return Standing.notYours("only " + suspendedBy + ", which suspended it, may resume it");
            }
            return Standing.moved(notification, NotificationMove.RESUME, active -> {
                Amending next = new Amending(notification);
                next.state = active;
                next.suspendedBy = null;
                next.exchange(act, "resumed", words);
                return next.fact();
            });
        });
    }

    /** Its period is over. */
    public static Decision<NotificationFact> expire(NotificationFact notification) {
        return Standing.moved(notification, NotificationMove.EXPIRE, expired -> {
            Amending next = new Amending(notification);
            next.state = expired;
            next.suspendedBy = null;
            next.change = null;
            return next.fact();
        });
    }

    private interface Next {
        Amending of(NotificationFact notification, Amending next);
    }

    private static Decision<NotificationFact> byExport(
            Optional<NotificationFact> present, Act act, NotificationMove move, Next becoming) {
        return Standing.ifThere(
                present,
                act,
                notification -> Standing.isByExport(notification, act)
                        ? Standing.moved(notification, move, state -> {
                            Amending next = new Amending(notification);
                            next.state = state;
                            return Standing.activated(
                                    becoming.of(notification, next).fact());
                        })
                        : Standing.notYours(EXPORT_ALONE));
    }

    private static List<StateDecision> awaited(NotificationFact notification, Act act, Forwarding law) {
        List<StateDecision> decisions = new ArrayList<>();
        LocalDate today = act.today();
        Answering export = new Answering(blank(notification.exportCountry(), "export", false, null));
        export.decision = law.consents() ? DecisionState.CONSENTED : DecisionState.ACKNOWLEDGED;
        export.receivedOn = today;
        export.on = law.consents() ? today : null;
        export.authority = act.by();
        decisions.add(export.answer());
        for (CountryCode transit : notification.transitCountries()) {
            decisions.add(blank(
                    transit,
                    "transit",
                    law.waiving().contains(transit),
                    law.tacitDays(transit).orElse(null)));
        }
        CountryCode importing = notification.importCountry();
        decisions.add(blank(importing, "import", false, law.tacitDays(importing).orElse(null)));
        return decisions;
    }

    private static StateDecision blank(
            CountryCode country, String role, boolean isWaived, @Nullable Integer tacitDays) {
        return new StateDecision(
                country,
                role,
                DecisionState.AWAITED,
                isWaived,
                null,
                tacitDays,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null);
    }
}
