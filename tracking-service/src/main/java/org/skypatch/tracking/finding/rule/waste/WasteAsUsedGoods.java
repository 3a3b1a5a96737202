package org.skypatch.tracking.finding.rule.waste;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.skypatch.contracts.customs.Goods;
import org.skypatch.contracts.customs.MonetaryValue;
import org.skypatch.contracts.customs.Packages;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Line;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds second-hand goods that travel as waste does: without packing that protects them, or worth no more than scrap.
 * Source: Basel technical guidelines on used equipment; the cases of 2017 and 2018 of used mattresses. (policy)
 * Thresholds: 0.50 dollars or euros a kilogram; test records and contracts for reuse are not reported and not judged.
 * Innocent: donations at a nominal value, vehicles and machines that need no packing.
 */
public final class WasteAsUsedGoods implements Rule {

    private static final RuleCard CARD = RuleCard.indicator(
                    "waste-as-used-goods", TradeElement.GENERATION, Severity.HIGH)
            .clearedBy("value or packing is amended, or the goods are declared as waste")
            .needing("the description says that the goods are used, and value or packing is declared");

    private static final Pattern USED = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(used|second[- ]?hand|refurbishable|for reuse|usagé(e)?s?|d'occasion|usad[oa]s?|segunda mano"
                    + "|gebraucht(e|en|er|es)?|б/у|бывш[а-я]+ в употреблении|二手|旧|중고|中古|مستعمل(ة)?)(?![\\p{L}\\p{N}])");

    private static final Set<String> LOOSE = Set.of("loose", "unpacked", "bulk", "none");
    private static final Set<String> CURRENCIES = Set.of("USD", "EUR");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        return RuleOutcome.together(Line.declared(movement, evidence).stream()
                .filter(line -> isUsed(line.goods()))
                .map(line -> assess(line, evidence))
                .toList());
    }

    /** Said to be used, and not to be waste. */
    private static boolean isUsed(Goods goods) {
        boolean isWaste = "waste".equals(goods.condition())
                || "waste".equals(goods.form())
                || !goods.wasteCodes().isEmpty();
        return !isWaste
                && goods.description() != null
                && USED.matcher(goods.description().toLowerCase(Locale.ROOT)).find();
    }

    private RuleOutcome assess(Line line, Evidence evidence) {
        Packages packages = line.goods().packages();
        String kind = packages == null ? null : packages.kind();
        MonetaryValue value = line.goods().value();
        boolean isValued = value != null
                && CURRENCIES.contains(value.currency().toUpperCase(Locale.ROOT))
                && line.goods().netMassKg().kilograms().signum() > 0;
        if (kind != null && LOOSE.contains(kind.toLowerCase(Locale.ROOT))) {
            return RuleOutcome.finding(found(line, "unpacked", kind));
        }
        if (isValued) {
            BigDecimal perKg = value.amount().divide(line.goods().netMassKg().kilograms(), MathContext.DECIMAL64);
            if (perKg.compareTo(evidence.thresholds().signs().scrapPerKg()) <= 0) {
                return RuleOutcome.finding(found(
                        line,
                        "scrap",
                        perKg.setScale(2, java.math.RoundingMode.HALF_UP).toPlainString() + " " + value.currency()));
            }
        }
        return kind == null && !isValued ? RuleOutcome.notKnown() : RuleOutcome.holds();
    }

    private Found found(Line line, String why, String seen) {
        return new Found(
                line.commodity().map(CommodityId::value).orElse(Found.WHOLE_MOVEMENT),
                Severity.HIGH,
                Wording.sentence(
                        code().value() + "." + why,
                        SentenceArgument.plain("mass", line.goods().netMassKg()),
                        SentenceArgument.plain("seen", seen)),
                null,
                SentenceArgument.plain(why.equals("scrap") ? "price" : "packages", seen),
                line.evidence());
    }
}
