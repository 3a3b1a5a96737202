package org.skypatch.tracking.finding.rule.journey;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds a re-export with which more of a commodity has been re-exported than had come into the country.
 * Source: Project Sky-Hole-Patching; laundering through free zones. (policy)
 * Thresholds: the tolerance of masses, 2 % of what came in; where nothing came in, re-export-without-import alone; 2 days of settling.
 * Innocent: opening stock from before the country reported, domestic production, goods that came in as part of a blend.
 * What came into the country is read by that country alone.
 */
public final class ReExportExceedsImport implements Rule {

    private static final RuleCard CARD = RuleCard.indicator(
                    "re-export-exceeds-import", TradeElement.GENERATION, Severity.HIGH)
            .clearedBy("more imports or bonded entries before it are reported, or a re-export is corrected")
            .needing(
                    "the country reports imports and bonded entries of the commodity; the goods are not said to originate there");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        BigDecimal share = BigDecimal.valueOf(100L + evidence.thresholds().tolerancePercent())
                .movePointLeft(2);
        return ReExports.assess(movement, evidence, (flow, stock, fact) -> {
            BigDecimal allowed = stock.in().kilograms().multiply(share);
            if (allowed.signum() == 0 || stock.out().kilograms().compareTo(allowed) <= 0) {
                return Optional.empty();
            }
            Set<CountryCode> own = Set.of(flow.country());
            return Optional.of(new Found(
                            flow.commodity().value(),
                            Severity.HIGH,
                            Wording.sentence(
                                    code().value(),
                                    SentenceArgument.plain("commodity", flow.commodity()),
                                    SentenceArgument.plain("country", flow.country()),
                                    SentenceArgument.disclosedTo(own, "out", stock.out()),
                                    SentenceArgument.disclosedTo(own, "in", stock.in())),
                            SentenceArgument.disclosedTo(own, "kg", stock.in()),
                            SentenceArgument.disclosedTo(own, "kg", stock.out()),
                            List.of(fact.id()))
                    .restingOnOthers(true));
        });
    }
}
