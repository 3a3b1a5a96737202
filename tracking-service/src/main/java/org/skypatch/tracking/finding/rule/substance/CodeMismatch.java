package org.skypatch.tracking.finding.rule.substance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.customs.Goods;
import org.skypatch.contracts.customs.Packages;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.registry.HsListing;
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
import org.skypatch.tracking.register.Catalogue;

/**
 * Finds that HS, CAS and UN codes of one line speak of different commodities, or that the packages do not make up its mass.
 * Source: the 2015 case of 2,278 cylinders of 13.6 kg, which make 30,980.8 kg; Harmonized System, editions 2017 and 2022. (policy)
 * Thresholds: either edition, as some countries adopt late; packages 0.1 % of the mass.
 * Innocent: an old edition in a declarant's software, a UN number of a generic entry, cylinders filled unequally.
 */
public final class CodeMismatch implements Rule {

    private static final RuleCard CARD = RuleCard.indicator("code-mismatch", TradeElement.SUBSTANCE, Severity.HIGH)
            .clearedBy("an amendment makes them agree")
            .needing("the catalogue knows the codes of the commodity; HS codes from 2017 on");

    @Override
    public RuleCard card() {
        return CARD;
    }

    /** Entries of the UN model regulations that take in many goods: gases, refrigerants and liquids not otherwise specified. */
    private static final Set<String> GENERIC_UN = Set.of(
            "1078", "1956", "1954", "1993", "3077", "3082", "3161", "3163", "3358", "3500", "3501", "3502", "2857");

    private static final LocalDate HS_KNOWN_SINCE = LocalDate.of(2017, 1, 1);

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        List<Fact> facts = movement.facts().stream()
                .filter(movement::isReportedByParty)
                .filter(fact -> fact.type() != CustomsEventType.SUSPICION_REPORTED)
                .toList();
        return RuleOutcome.together(Line.of(facts, evidence.catalogue()).stream()
                .flatMap(line -> assess(line, evidence).stream())
                .toList());
    }

    private List<RuleOutcome> assess(Line line, Evidence evidence) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        counted(line, evidence).ifPresent(outcomes::add);
        CommodityFact commodity = line.commodity()
                .flatMap(evidence.catalogue()::commodity)
                .filter(one -> !one.kind().equals("waste"))
                .orElse(null);
        if (commodity == null) {
            return outcomes;
        }
        Goods goods = line.goods();
        if (goods.casNumber() != null) {
            outcomes.add(compare(line, commodity, "CAS", goods.casNumber().value(), texts(commodity.casNumbers())));
        }
        if (goods.unNumber() != null && !GENERIC_UN.contains(goods.unNumber().value())) {
            outcomes.add(compare(line, commodity, "UN", goods.unNumber().value(), texts(commodity.unNumbers())));
        }
        boolean isBulk = goods.form() == null || goods.form().equals("bulk");
        if (goods.hsCode() != null
                && isBulk
                && !line.fact().content().occurredAt().toLocalDate().isBefore(HS_KNOWN_SINCE)) {
            outcomes.add(compare(line, commodity, "HS", Catalogue.heading(goods.hsCode()), headings(commodity)));
        }
        return outcomes;
    }

    private static Set<String> texts(Collection<?> codes) {
        return codes.stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> headings(CommodityFact commodity) {
        return Stream.concat(
                        commodity.hsCodes().stream(),
                        commodity.hsListings().stream().map(HsListing::code))
                .map(Catalogue::heading)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private RuleOutcome compare(Line line, CommodityFact commodity, String what, String declared, Set<String> known) {
        if (known.isEmpty()) {
            return RuleOutcome.notKnown();
        }
        return known.contains(declared)
                ? RuleOutcome.holds()
                : RuleOutcome.finding(new Found(
                        commodity.id() + " " + what,
                        Severity.HIGH,
                        Wording.sentence(
                                code().value(),
                                SentenceArgument.plain("commodity", commodity.id()),
                                SentenceArgument.plain("what", what),
                                SentenceArgument.plain("declared", declared),
                                SentenceArgument.plain("known", Wording.list(known))),
                        SentenceArgument.plain(what, Wording.list(known)),
                        SentenceArgument.plain(what, declared),
                        line.evidence()));
    }

    private Optional<RuleOutcome> counted(Line line, Evidence evidence) {
        Packages packages = line.goods().packages();
        if (packages == null || packages.count() == null || packages.netMassEachKg() == null || packages.count() < 0) {
            return Optional.empty();
        }
        BigDecimal contents = packages.netMassEachKg().kilograms().multiply(BigDecimal.valueOf(packages.count()));
        BigDecimal declared = line.goods().netMassKg().kilograms();
        BigDecimal tolerance = declared.multiply(evidence.thresholds().signs().countingTolerance());
        if (contents.subtract(declared).abs().compareTo(tolerance) <= 0) {
            return Optional.of(RuleOutcome.holds());
        }
        String makes = contents.stripTrailingZeros().toPlainString();
        return Optional.of(RuleOutcome.finding(new Found(
                line.commodity().map(CommodityId::value).orElse(Found.WHOLE_MOVEMENT) + " packages",
                Severity.HIGH,
                Wording.sentence(
                        code().value() + ".packages",
                        SentenceArgument.plain("count", packages.count()),
                        SentenceArgument.plain("each", packages.netMassEachKg()),
                        SentenceArgument.plain("makes", makes),
                        SentenceArgument.plain("declared", line.goods().netMassKg())),
                SentenceArgument.plain("kg", makes),
                SentenceArgument.plain("kg", line.goods().netMassKg()),
                line.evidence())));
    }
}
