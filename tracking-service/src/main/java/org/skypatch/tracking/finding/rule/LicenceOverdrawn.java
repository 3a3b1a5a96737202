package org.skypatch.tracking.finding.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.trade.CountryCode;
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
 * Finds a movement through which more is drawn on a licence than it grants, in the order of departure.
 * Source: Montreal Protocol, Art. 4B (licensing systems); the licence itself.
 * Thresholds: the licence's mass, ODP-tonnes, CO2-equivalent tonnes or units; no tolerance.
 * Innocent: an amended licence not yet in the register, a movement that its Party has not cancelled yet.
 * What others drew is read by the countries that the licence names only.
 */
public final class LicenceOverdrawn implements Rule {

    private static final RuleCard CARD = RuleCard.breach(
                    "licence-overdrawn", TradeElement.TRANSBOUNDARY_MOVEMENT, Severity.HIGH)
            .clearedBy("an earlier draw is given back, the licence is enlarged, or the declaration amended")
            .needing("the licence is in the registry");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        return RuleOutcome.together(evidence.standingsOn(Account.Kind.LICENCE).stream()
                .map(this::assess)
                .toList());
    }

    private RuleOutcome assess(Standing standing) {
        Optional<Grant.Excess> beyond = standing.excess();
        if (beyond.isEmpty()) {
            return RuleOutcome.holds();
        }
        Grant.Excess excess = beyond.get();
        Set<CountryCode> readers = standing.grant().readers();
        String licence = standing.grant().account().key();
        return RuleOutcome.finding(new Found(
                        licence,
                        Severity.HIGH,
                        Wording.sentence(
                                code().value(),
                                SentenceArgument.nominal("licence", licence),
                                SentenceArgument.disclosedTo(
                                        readers, "granted", excess.granted().toPlainString()),
                                SentenceArgument.disclosedTo(
                                        readers, "drawn", excess.drawn().toPlainString()),
                                SentenceArgument.plain("unit", excess.unit())),
                        SentenceArgument.disclosedTo(
                                readers, excess.unit(), excess.granted().toPlainString()),
                        SentenceArgument.disclosedTo(
                                readers, excess.unit(), excess.drawn().toPlainString()),
                        List.of(standing.draw().event()))
                .restingOnOthers(standing.restsOnOthers()));
    }
}
