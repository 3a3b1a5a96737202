package org.skypatch.tracking.finding.rule.substance;

import java.util.Set;
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
 * Finds an exempt use that is claimed for a substance to which the exemption cannot apply.
 * Source: Montreal Protocol, Art. 2H(5) and (6) (critical uses, quarantine and pre-shipment: methyl bromide alone).
 * Thresholds: none.
 * Innocent: a use picked from the wrong line of a list.
 */
public final class UseNotPermitted implements Rule {

    private static final RuleCard CARD = RuleCard.indicator("use-not-permitted", TradeElement.USE, Severity.HIGH)
            .clearedBy("the declared use is amended")
            .needing("the use is declared");

    @Override
    public RuleCard card() {
        return CARD;
    }

    private static final Set<String> OF_METHYL_BROMIDE = Set.of("quarantine-and-pre-shipment", "critical");

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        return RuleOutcome.together(Line.declared(movement, evidence).stream()
                .map(line -> assess(line, evidence))
                .toList());
    }

    private RuleOutcome assess(Line line, Evidence evidence) {
        CommodityId commodity = line.commodity()
                .filter(id -> evidence.catalogue().conventions(id).contains(Convention.MONTREAL))
                .orElse(null);
        String use = line.goods().intendedUse();
        if (commodity == null || use == null || !OF_METHYL_BROMIDE.contains(use)) {
            return RuleOutcome.notConcerned();
        }
        Set<String> groups = evidence.catalogue().groups(commodity);
        if (groups.isEmpty()) {
            return RuleOutcome.notKnown();
        }
        if (groups.contains("E-I")) {
            return RuleOutcome.holds();
        }
        return RuleOutcome.finding(new Found(
                commodity.value(),
                Severity.HIGH,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.plain("use", use),
                        SentenceArgument.plain("commodity", commodity)),
                null,
                SentenceArgument.plain("use", use),
                line.evidence()));
    }
}
