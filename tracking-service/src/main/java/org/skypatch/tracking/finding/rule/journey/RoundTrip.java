package org.skypatch.tracking.finding.rule.journey;

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
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds goods on their way back to the country that they are said to come from.
 * Source: laundering of exports through third countries. (policy)
 * Thresholds: none.
 * Innocent: returns, take-back, cylinders that come back to be filled, tolling; found only where none of these is declared.
 */
public final class RoundTrip implements Rule {

    private static final RuleCard CARD = RuleCard.indicator(
                    "round-trip", TradeElement.TRANSBOUNDARY_MOVEMENT, Severity.MEDIUM)
            .clearedBy("an amendment of the origin or of the route")
            .needing("the origin is declared");

    @Override
    public RuleCard card() {
        return CARD;
    }

    private static final Set<String> BACK = Set.of("return", "processing", "temporary-admission", "ship-stores");

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        CountryCode origin = movement.route().origin();
        if (origin == null || movement.departures().isEmpty()) {
            return origin == null ? RuleOutcome.notKnown() : RuleOutcome.notConcerned();
        }
        boolean comesBack = origin.equals(movement.route().destination())
                && !origin.equals(movement.route().dispatch());
        boolean isExplained = movement.departures().stream()
                .anyMatch(fact ->
                        BACK.contains(String.valueOf(fact.content().transport().procedure()))
                                || fact.content().goods().stream()
                                        .anyMatch(goods -> "empty-container".equals(goods.form())
                                                || "waste".equals(goods.condition())));
        if (!comesBack || isExplained) {
            return RuleOutcome.holds();
        }
        return RuleOutcome.finding(new Found(
                Found.WHOLE_MOVEMENT,
                Severity.MEDIUM,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.plain("commodity", Wording.list(movement.commodities(evidence.catalogue()))),
                        SentenceArgument.plain("origin", origin),
                        SentenceArgument.plain("dispatch", movement.route().dispatch())),
                null,
                SentenceArgument.plain("country", origin),
                movement.departures().stream().map(Fact::id).toList()));
    }
}
