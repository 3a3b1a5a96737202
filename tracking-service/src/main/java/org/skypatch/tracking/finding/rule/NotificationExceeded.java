package org.skypatch.tracking.finding.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.tracking.balance.Account;
import org.skypatch.tracking.balance.Standing;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds a shipment through which more mass or more shipments move than were notified, or one outside the notified period.
 * Source: Basel Convention, Art. 6(1), 6(8) and Annex V A; a general notification covers at most 12 months.
 * Thresholds: the notification's mass, number of shipments and period (by the day of departure); no tolerance.
 * Innocent: an amended notification not yet in the register, a shipment cancelled and not yet withdrawn.
 */
public final class NotificationExceeded implements Rule {

    private static final RuleCard CARD = RuleCard.breach(
                    "notification-exceeded", TradeElement.TRANSBOUNDARY_MOVEMENT, Severity.HIGH)
            .clearedBy("an earlier draw is given back, the notification is changed, or the declaration amended")
            .needing("the notification is in the registry");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        evidence.standingsOn(Account.Kind.NOTIFICATION).forEach(standing -> outcomes.add(assess(standing)));
        movement.first(fact -> fact.content().references().notification())
                .flatMap(
                        number -> evidence.notifications().find(movement.route().dispatch(), number))
                .ifPresent(notification ->
                        movement.departure().ifPresent(departure -> outcomes.add(period(notification, departure))));
        return RuleOutcome.together(outcomes);
    }

    private RuleOutcome assess(Standing standing) {
        if (standing.isReuse()) {
            return found(
                    standing,
                    SentenceArgument.plain("shipments", 1),
                    SentenceArgument.disclosedTo(standing.grant().readers(), "shipments", standing.ordinal()));
        }
        return standing.excess()
                .map(excess -> found(
                        standing,
                        SentenceArgument.plain(excess.unit(), excess.granted().toPlainString()),
                        SentenceArgument.disclosedTo(
                                standing.grant().readers(),
                                excess.unit(),
                                excess.drawn().toPlainString())))
                .orElseGet(RuleOutcome::holds);
    }

    private RuleOutcome found(Standing standing, SentenceArgument expected, SentenceArgument observed) {
        String notification = standing.grant().account().key();
        return RuleOutcome.finding(new Found(
                        notification,
                        Severity.HIGH,
                        Wording.sentence(
                                code().value(),
                                SentenceArgument.nominal("notification", notification),
                                SentenceArgument.plain("granted", expected.value()),
                                SentenceArgument.disclosedTo(standing.grant().readers(), "drawn", observed.value()),
                                SentenceArgument.plain("unit", expected.name())),
                        expected,
                        observed,
                        List.of(standing.draw().event()))
                .restingOnOthers(standing.restsOnOthers()));
    }

    private RuleOutcome period(NotificationFact notification, Fact departure) {
        LocalDate left = departure.content().occurredAt().toLocalDate();
        if (!left.isBefore(notification.periodFrom()) && !left.isAfter(notification.periodUntil())) {
            return RuleOutcome.holds();
        }
        return RuleOutcome.finding(new Found(
                "period",
                Severity.HIGH,
                Wording.sentence(
                        code().value() + ".period",
                        SentenceArgument.nominal(
                                "notification", Account.of(notification).key()),
                        SentenceArgument.plain("from", notification.periodFrom()),
                        SentenceArgument.plain("until", notification.periodUntil()),
                        SentenceArgument.plain("departed", left)),
                SentenceArgument.plain("period", notification.periodFrom() + "/" + notification.periodUntil()),
                SentenceArgument.plain("departure", left),
                List.of(departure.id())));
    }
}
