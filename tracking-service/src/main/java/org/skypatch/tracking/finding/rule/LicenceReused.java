package org.skypatch.tracking.finding.rule;

import java.util.List;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.tracking.balance.Account;
import org.skypatch.tracking.balance.Standing;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds the second and every later movement on a licence for one movement only, in the order of departure.
 * Source: Montreal Protocol, Art. 4B (licensing systems); the licence itself.
 * Thresholds: one movement.
 * Innocent: one consignment reported as two because no reference ties its reports together.
 */
public final class LicenceReused implements Rule {

    private static final RuleCard CARD = RuleCard.breach(
                    "licence-reused", TradeElement.TRANSBOUNDARY_MOVEMENT, Severity.HIGH)
            .clearedBy("the earlier movement gives its draw back, or the declaration is amended")
            .needing("the licence is in the registry");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        return RuleOutcome.together(evidence.standingsOn(Account.Kind.LICENCE).stream()
                .filter(standing -> standing.grant().isSingleUse())
                .map(standing -> standing.isReuse() ? reused(standing) : RuleOutcome.holds())
                .toList());
    }

    private RuleOutcome reused(Standing standing) {
        String licence = standing.grant().account().key();
        return RuleOutcome.finding(new Found(
                        licence,
                        Severity.HIGH,
                        Wording.sentence(
                                code().value(),
                                SentenceArgument.nominal("licence", licence),
                                SentenceArgument.disclosedTo(
                                        standing.grant().readers(), "ordinal", standing.ordinal())),
                        SentenceArgument.plain("movements", 1),
                        SentenceArgument.disclosedTo(standing.grant().readers(), "movements", standing.ordinal()),
                        List.of(standing.draw().event()))
                .restingOnOthers(true));
    }
}
