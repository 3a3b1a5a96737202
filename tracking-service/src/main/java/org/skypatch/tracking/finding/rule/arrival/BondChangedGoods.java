package org.skypatch.tracking.finding.rule.arrival;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds goods that leave a warehouse or free zone as another commodity, or in another packing, than they entered it.
 * Source: relabelling in free zones (public cases of 2015: two containers in transhipment); Montreal Protocol, Art. 4B. (policy)
 * Thresholds: none; exact catalogue ids and declared kinds of packages only.
 * Innocent: permitted repacking or blending under customs control, part of a lot that leaves by itself.
 */
public final class BondChangedGoods implements Rule {

    private static final RuleCard CARD = RuleCard.indicator("bond-changed-goods", TradeElement.SUBSTANCE, Severity.HIGH)
            .clearedBy("an amendment of one of the two reports makes them agree")
            .needing("the goods that entered and those that left are both reported by that country");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        return RuleOutcome.together(Stay.of(movement).stream()
                .filter(Stay::inBond)
                .map(stay -> assess(stay, evidence))
                .toList());
    }

    private RuleOutcome assess(Stay stay, Evidence evidence) {
        Fact left = stay.left().orElse(null);
        if (left == null) {
            return RuleOutcome.notConcerned();
        }
        List<Line> before = Line.of(List.of(stay.entered()), evidence.catalogue());
        List<Line> after = Line.of(List.of(left), evidence.catalogue());
        return RuleOutcome.together(List.of(
                compare(stay, left, commodities(before), commodities(after), "commodity"),
                compare(stay, left, packages(before), packages(after), "packages")));
    }

    private static Set<String> commodities(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> line.commodity().stream())
                .map(CommodityId::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> packages(List<Line> lines) {
        return lines.stream()
                .map(line -> line.goods().packages())
                .filter(Objects::nonNull)
                .map(Packages::kind)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private RuleOutcome compare(Stay stay, Fact left, Set<String> before, Set<String> after, String what) {
        if (before.isEmpty() || after.isEmpty()) {
            return what.equals("commodity") ? RuleOutcome.notKnown() : RuleOutcome.notConcerned();
        }
        if (before.containsAll(after)) {
            return RuleOutcome.holds();
        }
        return RuleOutcome.finding(new Found(
                stay.country() + " " + what,
                Severity.HIGH,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.plain("country", stay.country()),
                        SentenceArgument.plain("before", Wording.list(before)),
                        SentenceArgument.plain("after", Wording.list(after))),
                SentenceArgument.plain(what, Wording.list(before)),
                SentenceArgument.plain(what, Wording.list(after)),
                List.of(stay.entered().id(), left.id())));
    }
}
