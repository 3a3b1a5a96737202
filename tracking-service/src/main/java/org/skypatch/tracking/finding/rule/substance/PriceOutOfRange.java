package org.skypatch.tracking.finding.rule.substance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.tracking.corridor.Trade;
import org.skypatch.tracking.corridor.UsualPrice;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds goods whose value per kilogram is far from what such goods usually cost between the two countries.
 * Source: mispriced consignments often hold something else; learned from the last monthly snapshot before departure. (policy)
 * Thresholds: half of the 5th or twice the 95th percentile of at least 100 consignments of twelve months, in one currency.
 * Innocent: a small lot in cans, a price agreed long before, a sale between firms of one group, a decimal point.
 */
public final class PriceOutOfRange implements Rule {

    private static final RuleCard CARD = RuleCard.indicator("price-out-of-range", TradeElement.SUBSTANCE, Severity.LOW)
            .clearedBy("the value or the mass is amended")
            .needing("the value of goods in bulk is declared, and 100 consignments were learned from");

    private static final int CENTS = 2;

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        Map<Trade, BigDecimal> prices = Trade.pricesOf(movement, evidence.catalogue());
        List<RuleOutcome> outcomes = new ArrayList<>();
        prices.forEach((trade, price) -> outcomes.add(evidence.usualPrice(trade, movement.startedAt())
                .map(usual -> assess(movement, usual, price, evidence))
                .orElseGet(RuleOutcome::notKnown)));
        return outcomes.isEmpty() ? RuleOutcome.notConcerned() : RuleOutcome.together(outcomes);
    }

    private RuleOutcome assess(Movement movement, UsualPrice usual, BigDecimal price, Evidence evidence) {
        BigDecimal factor = evidence.thresholds().signs().priceFactor();
        boolean isUsual = price.multiply(factor).compareTo(usual.low()) >= 0
                && price.compareTo(usual.high().multiply(factor)) <= 0;
        if (isUsual) {
            return RuleOutcome.holds();
        }
        String range = written(usual.low()) + "-" + written(usual.high()) + " "
                + usual.trade().currency();
        return RuleOutcome.finding(new Found(
                usual.trade().commodity().value(),
                Severity.LOW,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.plain("commodity", usual.trade().commodity()),
                        SentenceArgument.plain("price", written(price)),
                        SentenceArgument.plain("currency", usual.trade().currency()),
                        SentenceArgument.plain("dispatch", usual.trade().from()),
                        SentenceArgument.plain("destination", usual.trade().to()),
                        SentenceArgument.plain("range", range),
                        SentenceArgument.plain("sample", usual.sample())),
                SentenceArgument.plain("price", range),
                SentenceArgument.plain(
                        "price", written(price) + " " + usual.trade().currency()),
                movement.departures().stream().map(Fact::id).toList()));
    }

    private static String written(BigDecimal price) {
        return price.setScale(CENTS, RoundingMode.HALF_UP).toPlainString();
    }
}
