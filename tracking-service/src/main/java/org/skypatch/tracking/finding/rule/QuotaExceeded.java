package org.skypatch.tracking.finding.rule;

import java.util.List;
import java.util.Optional;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.tracking.balance.Account;
import org.skypatch.tracking.balance.Grant;
import org.skypatch.tracking.balance.Standing;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds a movement through which a Party's quota of the year is exceeded, in the order of departure.
 * Source: the quota's own legal basis; Montreal Protocol, Art. 2A to 2J, and 5 for Article 5 Parties.
 * Thresholds: the quota in kilograms, ODP-tonnes or CO2-equivalent tonnes; only goods that it counts, blends by component.
 * Innocent: goods for an exempt use of which nobody said so, a quota raised and not yet in the register.
 * What others drew is not shown: the other border learns that the quota is exceeded, not by whom or how far.
 */
public final class QuotaExceeded implements Rule {

    private static final RuleCard CARD = RuleCard.breach(
                    "quota-exceeded", TradeElement.TRANSBOUNDARY_MOVEMENT, Severity.HIGH)
            .clearedBy("an earlier draw is given back, the quota is enlarged, or the declaration amended")
            .needing("the Party has recorded its quota");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        return RuleOutcome.together(evidence.standingsOn(Account.Kind.QUOTA).stream()
                .map(this::assess)
                .toList());
    }

    private RuleOutcome assess(Standing standing) {
        Optional<Grant.Excess> beyond = standing.excess();
        if (beyond.isEmpty()) {
            return RuleOutcome.holds();
        }
        Grant.Excess excess = beyond.get();
        String quota = standing.grant().account().key();
        return RuleOutcome.finding(new Found(
                        quota,
                        Severity.HIGH,
                        Wording.sentence(
                                code().value(),
                                SentenceArgument.plain("quota", quota),
                                SentenceArgument.plain(
                                        "granted", excess.granted().toPlainString()),
                                SentenceArgument.plain("unit", excess.unit())),
                        SentenceArgument.plain(excess.unit(), excess.granted().toPlainString()),
                        null,
                        List.of(standing.draw().event()))
                .restingOnOthers(standing.restsOnOthers()));
    }
}
