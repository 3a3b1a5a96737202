package org.skypatch.tracking.finding.rule.licence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.registry.DecisionState;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.LicenceState;
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
 * Finds goods that left under a licence that had been refused or revoked, or under a notification that was objected to or withdrawn.
 * Source: Montreal Protocol, Art. 4B; Basel Convention, Art. 6(2) and 9(1)(b); the licence of the issuing State.
 * Thresholds: none; as the record stood at departure, an objection from the day of the decision.
 * Innocent: a revocation that the exporter was told of too late, a new licence under another number.
 */
public final class ConsentRefused implements Rule {

    private static final RuleCard CARD = RuleCard.breach(
                    "consent-refused", TradeElement.TRANSBOUNDARY_MOVEMENT, Severity.CRITICAL)
            .clearedBy("the record is corrected, or another licence is cited instead")
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
                    .map(licence -> assess(licence, cited, movement))
                    .orElseGet(RuleOutcome::notKnown));
        }
        Papers.notification(movement, evidence)
                .ifPresent(notification -> outcomes.add(assess(notification, movement, evidence)));
        return RuleOutcome.together(outcomes);
    }

    private RuleOutcome assess(LicenceFact licence, LicenceNumber cited, Movement movement) {
        if (licence.state() != LicenceState.REFUSED && licence.state() != LicenceState.REVOKED) {
            return RuleOutcome.holds();
        }
        return RuleOutcome.finding(found(
                cited.toString(),
                licence.issuer(),
                licence.state().label(),
                Papers.citing(movement, cited).stream().map(Fact::id).toList()));
    }

    private RuleOutcome assess(Versions<NotificationFact> notification, Movement movement, Evidence evidence) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        List<UUID> rests = movement.departures().stream().map(Fact::id).toList();
        String number = notification.latest().number();
        Papers.stateAtDeparture(notification, movement)
                .filter(state -> state == NotificationState.CONSENT_WITHDRAWN
                        || state == NotificationState.NOT_FORWARDED
                        || state == NotificationState.WITHDRAWN)
                .ifPresent(state -> outcomes.add(RuleOutcome.finding(
                        found(number, notification.latest().exportCountry(), state.label(), rests))));
        for (StateDecision decision : notification.latest().decisions()) {
            LocalDate on = decision.withdrawnOn() == null ? decision.on() : decision.withdrawnOn();
            boolean isAgainst = decision.decision() == DecisionState.OBJECTED || decision.withdrawnOn() != null;
            if (isAgainst && on != null && !on.isAfter(evidence.lawfulDay(movement))) {
                outcomes.add(RuleOutcome.finding(found(
                        number,
                        decision.country(),
                        decision.withdrawnOn() == null ? decision.decision().label() : "withdrawn",
                        rests)));
            }
        }
        return outcomes.isEmpty() ? RuleOutcome.holds() : RuleOutcome.together(outcomes);
    }

    private Found found(String paper, CountryCode state, String what, List<UUID> rests) {
        return new Found(
                paper,
                Severity.CRITICAL,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.nominal("paper", paper),
                        SentenceArgument.plain("state", state),
                        SentenceArgument.plain("what", what)),
                null,
                SentenceArgument.plain("state", what),
                rests);
    }
}
