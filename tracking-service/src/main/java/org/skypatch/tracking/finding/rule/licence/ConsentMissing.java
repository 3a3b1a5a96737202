package org.skypatch.tracking.finding.rule.licence;

import java.util.Set;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds that a document which a State demands for the commodity is not cited, or hazardous waste under way without the consent.
 * Source: the requirement's own legal basis; Montreal Protocol, Art. 4B; Basel Convention, Art. 6 and 9(1)(a).
 * Thresholds: 60 seconds of settling for the registry; a licence cited with a wrong number is judged by licence-unknown alone.
 * Innocent: a document that the other border cites later, an exemption that the requirement does not name.
 */
public final class ConsentMissing implements Rule {

    private static final RuleCard CARD = RuleCard.breach(
                    "consent-missing", TradeElement.TRANSBOUNDARY_MOVEMENT, Severity.HIGH, Severity.CRITICAL)
            .clearedBy("either border cites the document")
            .needing("the State has recorded what it demands of such goods");

    @Override
    public RuleCard card() {
        return CARD;
    }

    /** Documents that rules of their own ask for. */
    private static final Set<String> OTHERS = Set.of("export-licence", "export-notification");

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        return Demands.assess(
                movement,
                evidence,
                requirement -> !OTHERS.contains(requirement.document()),
                (requirement, commodity) -> new Found(
                        requirement.state() + " " + requirement.document() + " " + commodity,
                        evidence.catalogue().conventions(commodity).contains(Convention.BASEL)
                                ? Severity.CRITICAL
                                : Severity.HIGH,
                        Wording.sentence(
                                code().value(),
                                SentenceArgument.plain("state", requirement.state()),
                                SentenceArgument.plain("document", requirement.document()),
                                SentenceArgument.plain("commodity", commodity),
                                SentenceArgument.plain("basis", requirement.legalBasis())),
                        SentenceArgument.plain("document", requirement.document()),
                        null,
                        movement.facts().stream().map(Fact::id).toList()));
    }
}
