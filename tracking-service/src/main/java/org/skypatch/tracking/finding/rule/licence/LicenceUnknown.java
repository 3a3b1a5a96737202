package org.skypatch.tracking.finding.rule.licence;

import java.util.List;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Papers;
import org.skypatch.tracking.finding.rule.Settling;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds a cited licence that is not in the register of its issuer, which shares that register as complete.
 * Source: Montreal Protocol, Art. 4B (licensing systems); the 2014 case of altered licence numbers. (policy)
 * Thresholds: 60 seconds of settling for the registry; O and 0, I and 1, blanks and case are read alike.
 * Innocent: a licence issued on the day and not yet entered, a number in another notation.
 */
public final class LicenceUnknown implements Rule {

    private static final RuleCard CARD = RuleCard.indicator(
                    "licence-unknown", TradeElement.TRANSBOUNDARY_MOVEMENT, Severity.HIGH)
            .clearedBy("the licence is entered, or the citation amended")
            .needing("the issuer shares its licences for the commodity as complete");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        return RuleOutcome.together(movement.licences().stream()
                .map(licence -> UnknownLicence.assess(
                        licence, movement, evidence, unknown -> judge(unknown, movement, evidence)))
                .toList());
    }

    private RuleOutcome judge(UnknownLicence unknown, Movement movement, Evidence evidence) {
        if (unknown.meant().isPresent()) {
            // A near miss: one bad citation is one finding.
            return RuleOutcome.notConcerned();
        }
        LicenceNumber licence = unknown.cited();
        List<Fact> citing = Papers.citing(movement, licence);
        Found found = new Found(
                licence.toString(),
                Severity.HIGH,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.nominal("licence", licence),
                        SentenceArgument.plain("commodity", Wording.list(movement.commodities(evidence.catalogue()))),
                        SentenceArgument.plain("issuer", licence.issuedBy())),
                null,
                SentenceArgument.nominal("licence", licence),
                citing.stream().map(Fact::id).toList());
        return RuleOutcome.from(Settling.ofRegister(citing, evidence), evidence.asOf(), found);
    }
}
