package org.skypatch.tracking.finding.rule.licence;

import java.util.List;
import java.util.Set;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.trade.CountryCode;
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
import org.skypatch.tracking.register.Licences;

/**
 * Finds a cited licence that does not exist and differs by a character or two from one that does, for the same holder, counterpart or commodity.
 * Source: the 2014 case of two licences for 80 t of R-22, 60 t on a number whose last digit was changed. (policy)
 * Thresholds: at most 2 characters after folding O and 0, I and 1, blanks and case; 60 seconds of settling for the registry.
 * Innocent: a slip of the pen in the number of a genuine licence. The genuine number is shown only to countries that it names.
 */
public final class LicenceNearMiss implements Rule {

    private static final RuleCard CARD = RuleCard.indicator(
                    "licence-near-miss", TradeElement.TRANSBOUNDARY_MOVEMENT, Severity.CRITICAL)
            .clearedBy("the citation is amended to the genuine number, or the cited licence is entered")
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
        LicenceFact genuine = unknown.meant().orElse(null);
        if (genuine == null) {
            return RuleOutcome.notConcerned();
        }
        LicenceNumber cited = unknown.cited();
        List<Fact> citing = Papers.citing(movement, cited);
        Set<CountryCode> named =
                Set.copyOf(List.of(genuine.issuer(), genuine.exporterCountry(), genuine.importerCountry()));
        SentenceArgument number = SentenceArgument.disclosedTo(named, "genuine", Licences.number(genuine));
        Found found = new Found(
                cited.toString(),
                Severity.CRITICAL,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.nominal("licence", cited),
                        SentenceArgument.plain("issuer", cited.issuedBy()),
                        number,
                        SentenceArgument.plain("edits", unknown.edits())),
                number,
                SentenceArgument.nominal("licence", cited),
                citing.stream().map(Fact::id).toList());
        return RuleOutcome.from(Settling.ofRegister(citing, evidence), evidence.asOf(), found);
    }
}
