package org.skypatch.tracking.finding.rule.waste;

import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Line;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds waste that is a persistent organic pollutant itself and is sent to recovery, recycling or reuse.
 * Source: Stockholm Convention, Art. 6(1)(d)(iii).
 * Thresholds: the substance itself declared as waste; for mixtures the low content is not reported, and nothing is found.
 * Innocent: energy recovery that destroys it (R1), a trace below the low content declared under the name of the substance.
 */
public final class PopWasteRecovered implements Rule {

    private static final RuleCard CARD = RuleCard.breach(
                    "pop-waste-recovered", TradeElement.DISPOSAL, Severity.CRITICAL)
            .clearedBy("the operation is amended")
            .needing("the operation is declared");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        return RuleOutcome.together(Line.declared(movement, evidence).stream()
                .map(line -> assess(line, evidence))
                .toList());
    }

    private RuleOutcome assess(Line line, Evidence evidence) {
        CommodityId commodity = line.commodity()
                .filter(id -> evidence.catalogue().conventions(id).contains(Convention.STOCKHOLM))
                .orElse(null);
        boolean isWaste = "waste".equals(line.goods().condition())
                || "waste".equals(line.goods().form());
        if (commodity == null || !isWaste) {
            return RuleOutcome.notConcerned();
        }
        String operation = line.goods().operation();
        if (operation == null) {
            return RuleOutcome.notKnown();
        }
        if (!operation.matches("R([2-9]|1[0-3])")) {
            return RuleOutcome.holds();
        }
        return RuleOutcome.finding(new Found(
                commodity.value(),
                Severity.CRITICAL,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.plain("commodity", commodity),
                        SentenceArgument.plain("operation", operation)),
                null,
                SentenceArgument.plain("operation", operation),
                line.evidence()));
    }
}
