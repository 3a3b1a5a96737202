package org.skypatch.tracking.finding.rule.arrival;

import java.util.List;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds goods that stayed in transit or in bond longer than they may.
 * Source: most smuggled HFCs used the transit procedure; national transit limits. (policy)
 * Thresholds: the limit that the State recorded as transit or bond, else 15 days in transit, 180 days in bond.
 * Innocent: port congestion, repairs, an exit that was reported late with the date of the report.
 */
public final class LeftTransitLate implements Rule {

    private static final RuleCard CARD = RuleCard.indicator(
                    "left-transit-late", TradeElement.TRANSPORT, Severity.MEDIUM)
            .clearedBy("an amendment of one of the two reports")
            .needing("both the entry and the exit are reported by that country");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        return RuleOutcome.together(Stay.of(movement).stream()
                .map(stay -> assess(movement, stay, evidence))
                .toList());
    }

    private RuleOutcome assess(Movement movement, Stay stay, Evidence evidence) {
        Fact left = stay.left().orElse(null);
        if (left == null) {
            return RuleOutcome.notConcerned();
        }
        if (!left.occurredAt().isAfter(stay.due(evidence))) {
            return RuleOutcome.holds();
        }
        return RuleOutcome.finding(new Found(
                stay.country().value(),
                Severity.MEDIUM,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.plain("country", stay.country()),
                        SentenceArgument.plain("procedure", stay.procedure()),
                        SentenceArgument.plain(
                                "entered", Wording.day(stay.entered().occurredAt())),
                        SentenceArgument.plain("left", Wording.day(left.occurredAt())),
                        SentenceArgument.plain("due", Wording.day(stay.due(evidence)))),
                SentenceArgument.plain("day", Wording.day(stay.due(evidence))),
                SentenceArgument.plain("day", Wording.day(left.occurredAt())),
                List.of(stay.entered().id(), left.id())));
    }
}
