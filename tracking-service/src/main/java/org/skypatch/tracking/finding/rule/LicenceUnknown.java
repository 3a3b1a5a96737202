package org.skypatch.tracking.finding.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.skypatch.contracts.finding.RuleCode;
import org.skypatch.contracts.finding.RuleKind;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds a cited licence that is not in the register of its issuer, which shares that register as complete.
 * Source: Montreal Protocol, Art. 4B (licensing systems); the 2014 case of altered licence numbers. (policy)
 * Thresholds: 60 seconds of settling for the registry; O and 0, I and 1, blanks and case are read alike.
 * Innocent: a licence issued on the day and not yet entered, a number in another notation.
 */
public final class LicenceUnknown implements Rule {

    private static final RuleCode CODE = RuleCode.of("licence-unknown");

    @Override
    public RuleCode code() {
        return CODE;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public RuleKind kind() {
        return RuleKind.INDICATOR;
    }

    @Override
    public TradeElement element() {
        return TradeElement.TRANSBOUNDARY_MOVEMENT;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        for (LicenceNumber licence : movement.licences()) {
            outcomes.add(assess(licence, movement, evidence));
        }
        return RuleOutcome.together(outcomes);
    }

    private RuleOutcome assess(LicenceNumber licence, Movement movement, Evidence evidence) {
        if (evidence.licences().find(licence).isPresent()) {
            return RuleOutcome.holds();
        }
        Set<CommodityId> commodities = movement.commodities(evidence.catalogue());
        boolean isComplete = !commodities.isEmpty()
                && commodities.stream()
                        .allMatch(
                                commodity -> evidence.isComplete(licence.issuedBy(), "licences", commodity, movement));
        if (!isComplete) {
            return RuleOutcome.notKnown();
        }
        List<Fact> citing = movement.facts().stream()
                .filter(fact -> movement.isReportedByParty(fact)
                        && fact.content().licences().contains(licence))
                .toList();
        Instant settled = citing.stream()
                .map(Fact::recordedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH)
                .plus(evidence.thresholds().settlingOfRegister());
        Found found = new Found(
                licence.toString(),
                Severity.HIGH,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.nominal("licence", licence),
                        SentenceArgument.plain("commodity", Wording.list(commodities)),
                        SentenceArgument.plain("issuer", licence.issuedBy())),
                null,
                SentenceArgument.nominal("licence", licence),
                citing.stream().map(Fact::id).toList());
        return RuleOutcome.from(settled, evidence.asOf(), found);
    }
}
