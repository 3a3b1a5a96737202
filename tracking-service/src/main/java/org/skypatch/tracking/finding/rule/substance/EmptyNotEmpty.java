package org.skypatch.tracking.finding.rule.substance;

import java.math.BigDecimal;
import org.skypatch.contracts.customs.Packages;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Line;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds containers that are declared empty and hold more than a residue.
 * Source: smuggling of refrigerants in returned cylinders. (policy)
 * Thresholds: 1 kg of content in each.
 * Innocent: the mass of the cylinders themselves declared as net mass.
 */
public final class EmptyNotEmpty implements Rule {

    private static final RuleCard CARD = RuleCard.indicator("empty-not-empty", TradeElement.SUBSTANCE, Severity.MEDIUM)
            .clearedBy("an amendment of form or mass")
            .needing("the number of packages is declared");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        return RuleOutcome.together(Line.declared(movement, evidence).stream()
                .filter(line -> "empty-container".equals(line.goods().form()))
                .map(line -> assess(line, evidence))
                .toList());
    }

    private RuleOutcome assess(Line line, Evidence evidence) {
        Packages packages = line.goods().packages();
        if (packages == null || packages.count() == null || packages.count() <= 0) {
            return RuleOutcome.notKnown();
        }
        Mass allowed = new Mass(evidence.thresholds()
                .signs()
                .emptyResidue()
                .kilograms()
                .multiply(BigDecimal.valueOf(packages.count())));
        if (!line.goods().netMassKg().isMoreThan(allowed)) {
            return RuleOutcome.holds();
        }
        return RuleOutcome.finding(new Found(
                line.commodity().map(CommodityId::value).orElse(Found.WHOLE_MOVEMENT),
                Severity.MEDIUM,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.plain("count", packages.count()),
                        SentenceArgument.plain("mass", line.goods().netMassKg()),
                        SentenceArgument.plain("allowed", allowed)),
                SentenceArgument.plain("kg", allowed),
                SentenceArgument.plain("kg", line.goods().netMassKg()),
                line.evidence()));
    }
}
