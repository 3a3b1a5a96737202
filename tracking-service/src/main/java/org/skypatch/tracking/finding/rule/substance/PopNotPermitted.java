package org.skypatch.tracking.finding.rule.substance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.registry.Control;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Line;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.register.Parties;

/**
 * Finds trade in a persistent organic pollutant of Annex A or B for a use that is not permitted to the State of import.
 * Source: Stockholm Convention, Art. 3(2)(a) to (c).
 * Thresholds: the days on which the listing and the exemption are in force; disposal is always permitted.
 * Innocent: research on a laboratory scale, an unintentional trace, an exemption registered and not yet entered.
 */
public final class PopNotPermitted implements Rule {

    private static final RuleCard CARD = RuleCard.breach("pop-not-permitted", TradeElement.USE, Severity.HIGH)
            .clearedBy("an exemption or certification is recorded for the day, or the declared use is amended")
            .needing("both States are known to be Parties or not, the listing is known, and the use is declared");

    @Override
    public RuleCard card() {
        return CARD;
    }

    private static final Set<String> ALWAYS = Set.of("destruction", "laboratory", "research");

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        for (Line line : Line.declared(movement, evidence)) {
            line.commodity()
                    .flatMap(evidence.catalogue()::commodity)
                    .filter(commodity -> commodity.conventions().contains(Convention.STOCKHOLM))
                    .ifPresent(commodity -> outcomes.add(assess(commodity, line, movement, evidence)));
        }
        return RuleOutcome.together(outcomes);
    }

    private RuleOutcome assess(CommodityFact commodity, Line line, Movement movement, Evidence evidence) {
        LocalDate day = evidence.lawfulDay(movement);
        List<Control> listings = commodity.controls().stream()
                .filter(control -> control.convention() == Convention.STOCKHOLM)
                .toList();
        if (listings.isEmpty()) {
            return RuleOutcome.notKnown();
        }
        boolean isListed = listings.stream()
                .anyMatch(control -> control.list().matches("(Annex )?[AB].*")
                        && (control.from() == null || !day.isBefore(control.from())));
        String use = line.goods().intendedUse();
        boolean isDisposal = "waste".equals(line.goods().condition()) || use != null && ALWAYS.contains(use);
        if (!isListed || isDisposal) {
            return RuleOutcome.holds();
        }
        Parties parties = evidence.register().parties();
        CountryCode from = movement.route().dispatch();
        CountryCode to = movement.route().destination();
        if (parties.isNot(from, "stockholm") && parties.isNot(to, "stockholm")) {
            return RuleOutcome.notConcerned();
        }
        if (use == null || !parties.is(from, "stockholm") && !parties.is(to, "stockholm")) {
            return RuleOutcome.notKnown();
        }
        boolean isExempt = evidence.register()
                .law()
                .exemptions()
                .on(day, to)
                .anyMatch(one ->
                        one.commodity().equals(commodity.id()) && one.purpose().equalsIgnoreCase(use));
        boolean isCertified = evidence.register()
                .law()
                .certifications()
                .on(day, from)
                .anyMatch(one -> one.commodity().equals(commodity.id())
                        && one.importCountry().equals(to)
                        && one.intendedUse().equalsIgnoreCase(use));
        if (isExempt || isCertified) {
            return RuleOutcome.holds();
        }
        return RuleOutcome.finding(new Found(
                commodity.id().value(),
                Severity.HIGH,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.plain("commodity", commodity.id()),
                        SentenceArgument.plain("use", use),
                        SentenceArgument.plain("destination", to)),
                null,
                SentenceArgument.plain("use", use),
                line.evidence()));
    }
}
