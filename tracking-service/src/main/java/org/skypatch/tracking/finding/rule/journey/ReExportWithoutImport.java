package org.skypatch.tracking.finding.rule.journey;

import java.util.List;
import java.util.Optional;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds a re-export of a commodity of which nothing had come into the country.
 * Source: Project Sky-Hole-Patching; laundering through free zones. (policy)
 * Thresholds: none; an entry into bond counts, a transhipment does not; 2 days of settling.
 * Innocent: opening stock from before the country reported, domestic production, goods that came in as a component of equipment.
 */
public final class ReExportWithoutImport implements Rule {

    private static final RuleCard CARD = RuleCard.indicator(
                    "re-export-without-import", TradeElement.GENERATION, Severity.HIGH)
            .clearedBy("an import or bonded entry before it is reported")
            .needing(
                    "the country reports imports and bonded entries of the commodity; the goods are not said to originate there");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        return ReExports.assess(movement, evidence, (flow, stock, fact) -> {
            if (stock.in().isMoreThan(Mass.ZERO)) {
                return Optional.empty();
            }
            return Optional.of(new Found(
                    flow.commodity().value(),
                    Severity.HIGH,
                    Wording.sentence(
                            code().value(),
                            SentenceArgument.plain("commodity", flow.commodity()),
                            SentenceArgument.plain("country", flow.country()),
                            SentenceArgument.plain("departed", Wording.day(flow.at()))),
                    null,
                    SentenceArgument.plain("kg", flow.mass()),
                    List.of(fact.id())));
        });
    }
}
