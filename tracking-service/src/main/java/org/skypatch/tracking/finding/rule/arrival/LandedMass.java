package org.skypatch.tracking.finding.rule.arrival;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.skypatch.contracts.customs.Goods;
import org.skypatch.contracts.finding.RuleCode;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.Thresholds;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;

/** What left against what was found, commodity by commodity, once everything has arrived. */
final class LandedMass {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private LandedMass() {}

    /** Which side of the scales a rule looks at. */
    enum Side {
        SHORT,
        OVER
    }

    static RuleOutcome assess(Movement movement, Evidence evidence, Side side, RuleCode rule, Severity severity) {
        if (movement.departures().isEmpty() || movement.arrivals().isEmpty()) {
            return RuleOutcome.notConcerned();
        }
        boolean isExplainedOtherwise = Stream.of(movement.seizures(), movement.losses(), movement.returns())
                .anyMatch(reports -> !reports.isEmpty());
        if (isExplainedOtherwise || !movement.hasArrivedWhole()) {
            return RuleOutcome.notKnown();
        }
        SortedMap<CommodityId, Mass> exported = movement.exported(evidence.catalogue());
        SortedMap<CommodityId, Mass> found = new TreeMap<>(movement.found(evidence.catalogue()));
        if (exported.isEmpty() || !exported.keySet().containsAll(found.keySet())) {
            // Other goods arrived: that is another rule's finding, and masses cannot be compared.
            return RuleOutcome.notKnown();
        }
        List<RuleOutcome> outcomes = new ArrayList<>();
        for (Map.Entry<CommodityId, Mass> left : exported.entrySet()) {
            Mass landed = found.getOrDefault(left.getKey(), Mass.ZERO);
            Mass tolerance = tolerance(
                    left.getValue(),
                    isInTanks(movement)
                            ? evidence.thresholds().signs().tankPercent()
                            : evidence.thresholds().tolerancePercent(),
                    evidence.thresholds());
            Mass difference = left.getValue().differenceFrom(landed);
            boolean onThisSide =
                    side == Side.SHORT ? landed.isLessThan(left.getValue()) : landed.isMoreThan(left.getValue());
            outcomes.add(
                    onThisSide && difference.isMoreThan(tolerance)
                            ? RuleOutcome.finding(
                                    found(movement, rule, severity, left.getKey(), left.getValue(), landed, tolerance))
                            : RuleOutcome.holds());
        }
        return RuleOutcome.together(outcomes);
    }

    /** Whether the goods left in bulk tanks, in which a heel stays behind. */
    private static boolean isInTanks(Movement movement) {
        return movement.departures().stream()
                .flatMap(fact -> fact.content().goods().stream())
                .map(Goods::packages)
                .anyMatch(packages -> packages != null
                        && packages.kind() != null
                        && packages.kind().contains("tank"));
    }

    private static Mass tolerance(Mass exported, int percent, Thresholds thresholds) {
        Mass share = new Mass(
                exported.kilograms().multiply(BigDecimal.valueOf(percent)).divide(HUNDRED, new MathContext(15)));
        return share.isMoreThan(thresholds.toleranceKg()) ? share : thresholds.toleranceKg();
    }

    private static Found found(
            Movement movement,
            RuleCode rule,
            Severity severity,
            CommodityId commodity,
            Mass exported,
            Mass landed,
            Mass tolerance) {
        return new Found(
                commodity.value(),
                severity,
                Wording.sentence(
                        rule.value(),
                        SentenceArgument.plain("exported", exported),
                        SentenceArgument.plain("commodity", commodity),
                        SentenceArgument.plain("dispatch", movement.route().dispatch()),
                        SentenceArgument.plain("arrived", landed),
                        SentenceArgument.plain("destination", movement.route().destination()),
                        SentenceArgument.plain("difference", exported.differenceFrom(landed)),
                        SentenceArgument.plain("tolerance", tolerance)),
                SentenceArgument.plain("kg", exported),
                SentenceArgument.plain("kg", landed),
                Stream.of(movement.departures(), movement.arrivals(), movement.refusals())
                        .flatMap(List::stream)
                        .map(Fact::id)
                        .toList());
    }
}
