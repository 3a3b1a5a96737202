package org.skypatch.tracking.finding.rule.arrival;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.skypatch.contracts.customs.DeclaredAs;
import org.skypatch.contracts.customs.Goods;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.register.Catalogue;

/**
 * Finds that the commodity found at import, refusal or seizure is not the one exported.
 * Source: Montreal Protocol, Art. 4B (licensing by substance); Basel Convention, Art. 9(1)(d) (not conforming with the documents).
 * Thresholds: none; exact catalogue ids only, not residual codes, isomer groups or A- against Y-codes.
 * Innocent: a slip of the pen in the code at one border, mended by an amendment.
 */
public final class DifferentGoodsArrived implements Rule {

    private static final RuleCard CARD = RuleCard.breach(
                    "different-goods-arrived", TradeElement.SUBSTANCE, Severity.CRITICAL)
            .clearedBy("an amendment at either border makes the commodities agree")
            .needing("both sides name exactly one commodity of the catalogue");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        Catalogue catalogue = evidence.catalogue();
        Set<CommodityId> exported = known(movement.exported(catalogue).keySet(), catalogue);
        List<Fact> sights = Stream.of(movement.arrivals(), movement.refusals(), movement.seizures())
                .flatMap(List::stream)
                .toList();
        List<RuleOutcome> outcomes = new ArrayList<>();
        for (Fact sight : sights) {
            for (Goods goods : sight.content().goods()) {
                outcomes.add(compare(movement, catalogue, exported, sight, goods));
            }
        }
        return RuleOutcome.together(outcomes);
    }

    private RuleOutcome compare(
            Movement movement, Catalogue catalogue, Set<CommodityId> exported, Fact sight, Goods goods) {
        Set<CommodityId> declared = exported.isEmpty() ? declaredAs(goods, catalogue) : exported;
        CommodityId found = catalogue
                .resolve(goods, sight.content().occurredAt().toLocalDate())
                .filter(id -> catalogue.commodity(id).isPresent())
                .orElse(null);
        if (declared.isEmpty() || found == null) {
            return RuleOutcome.notKnown();
        }
        if (declared.stream().anyMatch(one -> mayBeTheSame(one, found))) {
            return RuleOutcome.holds();
        }
        String country = sight.content()
                .reportingCountry()
                .map(Object::toString)
                .orElse(movement.route().destination().value());
        List<UUID> evidence = Stream.concat(movement.departures().stream().map(Fact::id), Stream.of(sight.id()))
                .toList();
        return RuleOutcome.finding(new Found(
                found.value(),
                Severity.CRITICAL,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.plain("declared", Wording.list(declared)),
                        SentenceArgument.plain("dispatch", movement.route().dispatch()),
                        SentenceArgument.plain("found", found),
                        SentenceArgument.plain("country", country)),
                SentenceArgument.plain("commodity", Wording.list(declared)),
                SentenceArgument.plain("commodity", found),
                evidence));
    }

    private static Set<CommodityId> known(Set<CommodityId> commodities, Catalogue catalogue) {
        Set<CommodityId> known = new TreeSet<>(commodities);
        known.removeIf(id -> catalogue.commodity(id).isEmpty());
        return known;
    }

    private static Set<CommodityId> declaredAs(Goods goods, Catalogue catalogue) {
        return Optional.ofNullable(goods.declaredAs())
                .map(DeclaredAs::commodity)
                .filter(Objects::nonNull)
                .map(id -> known(Set.of(id), catalogue))
                .orElse(Set.of());
    }

    /** The same id, an isomer group and one of its isomers, or two lists of the Basel Convention. */
    private static boolean mayBeTheSame(CommodityId one, CommodityId other) {
        return one.equals(other)
                || isomerGroup(one).equals(isomerGroup(other))
                || (isWaste(one)
                        && isWaste(other)
                        && one.value().charAt(0) != other.value().charAt(0));
    }

    private static String isomerGroup(CommodityId id) {
        return id.value().replaceAll("-isomers$", "").replaceAll("(?<=^h(?:c|b|bc)fc-[0-9]{1,3})[a-z].*$", "");
    }

    private static boolean isWaste(CommodityId id) {
        return id.value().matches("[aby][0-9]{1,4}");
    }
}
