package org.skypatch.tracking.finding.rule.substance;

import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds equipment or products that the Party has notified it does not want.
 * Source: Montreal Protocol, decision X/9 and those that follow it; the notification of the Party.
 * Thresholds: the day of departure; the form that the notification means.
 * Innocent: equipment that does not rely on the substance, spare parts for what is installed.
 */
public final class ProductUnwanted implements Rule {

    private static final RuleCard CARD = RuleCard.indicator("product-unwanted", TradeElement.SUBSTANCE, Severity.MEDIUM)
            .clearedBy("the prohibition or the declaration is corrected")
            .needing("the Party has recorded what it does not want, and the form is declared");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        return Bans.assess(
                movement,
                evidence,
                ban -> ban.kind().equals("unwanted"),
                (ban, line) -> Bans.found(code().value(), Severity.MEDIUM, ban, line));
    }
}
