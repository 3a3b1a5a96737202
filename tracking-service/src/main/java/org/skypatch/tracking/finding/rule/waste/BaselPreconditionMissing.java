package org.skypatch.tracking.finding.rule.waste;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Papers;
import org.skypatch.tracking.finding.rule.Settling;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.register.Versions;

/**
 * Finds a shipment that started before the contract, the consent of every transit State, or the guarantee that a State demands was there.
 * Source: Basel Convention, Art. 6(3)(b), 6(4) and 6(11).
 * Thresholds: 60 seconds of settling for the registry; the days written in the notification decide, however late they were entered.
 * Innocent: a confirmation that exists on paper and is not yet entered, a transit State that the ship did not call at after all.
 */
public final class BaselPreconditionMissing implements Rule {

    private static final RuleCard CARD = RuleCard.breach(
                    "basel-precondition-missing", TradeElement.TRANSBOUNDARY_MOVEMENT, Severity.CRITICAL)
            .clearedBy("the registry shows that it was there before the start")
            .needing("the notification is in the registry");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        NotificationFact notification =
                Papers.notification(movement, evidence).map(Versions::latest).orElse(null);
        if (notification == null || movement.departures().isEmpty()) {
            return notification == null
                            && movement.first(
                                            fact -> fact.content().references().notification())
                                    .isPresent()
                    ? RuleOutcome.notKnown()
                    : RuleOutcome.notConcerned();
        }
        LocalDate day = evidence.lawfulDay(movement);
        Set<String> missing = new TreeSet<>();
        if (notification.contract() == null || isAfter(notification.contractConfirmedOn(), day)) {
            missing.add("contract");
        }
        if (notification.guaranteeRequired()
                && (notification.guarantee() == null || isAfter(notification.guaranteeConfirmedOn(), day))) {
            missing.add("guarantee");
        }
        Set<CountryCode> transit = new TreeSet<>(notification.transitCountries());
        transit.addAll(movement.route().transit());
        transit.stream()
                .filter(state -> notification.decisions().stream()
                        .noneMatch(decision -> decision.country().equals(state) && Papers.isConsent(decision, day)))
                .forEach(state -> missing.add("consent of " + state));
        Instant settled = Settling.ofRegister(movement.departures(), evidence);
        return missing.isEmpty()
                ? RuleOutcome.holds()
                : RuleOutcome.together(missing.stream()
                        .map(what ->
                                RuleOutcome.from(settled, evidence.asOf(), found(movement, notification, what, day)))
                        .toList());
    }

    private static boolean isAfter(@Nullable LocalDate confirmed, LocalDate day) {
        return confirmed != null && confirmed.isAfter(day);
    }

    private Found found(Movement movement, NotificationFact notification, String what, LocalDate day) {
        return new Found(
                what,
                Severity.CRITICAL,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.nominal("notification", notification.number()),
                        SentenceArgument.plain("what", what),
                        SentenceArgument.plain("day", day)),
                SentenceArgument.plain("precondition", what),
                null,
                movement.departures().stream().map(Fact::id).toList());
    }
}
