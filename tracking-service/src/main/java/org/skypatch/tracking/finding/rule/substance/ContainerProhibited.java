package org.skypatch.tracking.finding.rule.substance;

import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds goods in packages that a State has banned for them, such as non-refillable cylinders.
 * Source: the State's own law, as recorded with the prohibition.
 * Thresholds: the day of departure; the kinds of packages that the prohibition names.
 * Innocent: refillable cylinders declared under a wrong kind, laboratory quantities.
 */
public final class ContainerProhibited implements Rule {

    private static final RuleCard CARD = RuleCard.breach("container-prohibited", TradeElement.TRANSPORT, Severity.HIGH)
            .clearedBy("the prohibition or the declaration is corrected")
            .needing("the State has recorded its prohibition, and the kind of packages is declared");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        return Bans.assess(
                movement,
                evidence,
                ban -> ban.kind().equals("ban") && Bans.isOfPackages(ban),
                (ban, line) -> Bans.found(code().value(), Severity.HIGH, ban, line));
    }
}
