package org.skypatch.tracking.finding.rule.licence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.NotificationState;
import org.skypatch.contracts.registry.StateDecision;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Papers;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.register.Versions;

/**
 * Finds goods that moved under a licence or consent that was expired, suspended or not yet valid.
 * Source: Montreal Protocol, Art. 4B; Basel Convention, Art. 6(2); the validity that the issuing State wrote.
 * Thresholds: the first and the last day of validity; an export licence at export, an import licence at shipment or release.
 * Innocent: a voyage that began in time and ended late, an extension that is not yet entered.
 */
public final class ConsentOutOfDate implements Rule {

    private static final RuleCard CARD = RuleCard.breach(
                    "consent-out-of-date", TradeElement.TRANSBOUNDARY_MOVEMENT, Severity.HIGH)
            .clearedBy("the record is corrected, or an amendment cites a valid paper")
            .needing("the licence or notification is in the registry");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        for (LicenceNumber cited : movement.licences()) {
            outcomes.add(evidence.licences()
                    .at(cited, movement.startedAt())
                    .map(licence -> assess(licence, cited, movement, evidence))
                    .orElseGet(RuleOutcome::notKnown));
        }
        Papers.notification(movement, evidence)
                .ifPresent(notification -> outcomes.add(assess(notification, movement, evidence)));
        return RuleOutcome.together(outcomes);
    }

    private RuleOutcome assess(LicenceFact licence, LicenceNumber cited, Movement movement, Evidence evidence) {
        List<LocalDate> days = Papers.daysThatCount(licence, movement, evidence);
        boolean isValid =
                days.stream().anyMatch(day -> !day.isBefore(licence.validFrom()) && !day.isAfter(licence.validUntil()));
        boolean isStanding =
                switch (licence.state()) {
                    case ISSUED, EXPIRED -> true;
                    case APPLIED, SUSPENDED -> false;
                    // Another rule's finding.
                    case REFUSED, REVOKED -> true;
                };
        if (isValid && isStanding) {
            return RuleOutcome.holds();
        }
        String validity = licence.validFrom() + "/" + licence.validUntil()
                + (isStanding ? "" : ", " + licence.state().label());
        return RuleOutcome.finding(found(
                cited.toString(),
                licence.issuer(),
                validity,
                days.getFirst(),
                Papers.citing(movement, cited).stream().map(Fact::id).toList()));
    }

    private RuleOutcome assess(Versions<NotificationFact> notification, Movement movement, Evidence evidence) {
        LocalDate day = evidence.lawfulDay(movement);
        List<UUID> rests = movement.departures().stream().map(Fact::id).toList();
        List<RuleOutcome> outcomes = new ArrayList<>();
        String number = notification.latest().number();
        Papers.stateAtDeparture(notification, movement)
                .filter(state -> state == NotificationState.EXPIRED || state == NotificationState.SUSPENDED)
                .ifPresent(state -> outcomes.add(RuleOutcome.finding(
                        found(number, notification.latest().exportCountry(), state.label(), day, rests))));
        for (StateDecision decision : notification.latest().decisions()) {
            LocalDate from = decision.validFrom();
            LocalDate until = decision.validUntil();
            boolean isTooEarly = from != null && day.isBefore(from);
            boolean isTooLate = until != null && day.isAfter(until);
            if (isTooEarly || isTooLate) {
                String validity = (from == null ? "" : from) + "/" + (until == null ? "" : until);
                outcomes.add(RuleOutcome.finding(
                        found(number + " " + decision.country(), decision.country(), validity, day, rests)));
            }
        }
        return outcomes.isEmpty() ? RuleOutcome.holds() : RuleOutcome.together(outcomes);
    }

    private Found found(String paper, CountryCode state, String validity, LocalDate day, List<UUID> rests) {
        return new Found(
                paper,
                Severity.HIGH,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.nominal("paper", paper),
                        SentenceArgument.plain("state", state),
                        SentenceArgument.plain("validity", validity),
                        SentenceArgument.plain("day", day)),
                SentenceArgument.plain("validity", validity),
                SentenceArgument.plain("day", day),
                rests);
    }
}
