package org.skypatch.tracking.finding.rule.substance;

import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds goods that a State along the way has banned from import, export or transit.
 * Source: the State's own law, as recorded with the prohibition; Montreal Protocol, Art. 2 to 2J behind it.
 * Thresholds: the day of departure; the use, condition and form that the prohibition means.
 * Innocent: an exempt use that was not declared, goods recovered or for destruction that were declared as virgin.
 */
public final class CommodityProhibited implements Rule {

    private static final RuleCard CARD = RuleCard.breach(
                    "commodity-prohibited", TradeElement.SUBSTANCE, Severity.CRITICAL)
            .clearedBy("the prohibition or the declaration is corrected")
            .needing("the State has recorded its prohibition, and the goods declare what it asks for");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        return Bans.assess(
                movement,
                evidence,
                ban -> ban.kind().equals("ban") && !Bans.isOfPackages(ban),
                (ban, line) -> Bans.found(code().value(), Severity.CRITICAL, ban, line));
    }
}
