package org.skypatch.tracking.finding.rule.licence;

import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds an export without the export licence that the State of dispatch demands.
 * Source: the requirement's own legal basis; Montreal Protocol, Art. 4B.
 * Thresholds: 60 seconds of settling for the registry; a licence cited with a wrong number is judged by licence-unknown alone.
 * Innocent: a licence that is cited on another line or by an amendment, a quantity below a national threshold.
 */
public final class ExportLicenceMissing implements Rule {

    private static final RuleCard CARD = RuleCard.breach(
                    "export-licence-missing", TradeElement.TRANSBOUNDARY_MOVEMENT, Severity.HIGH)
            .clearedBy("either border cites an export licence")
            .needing("the State of dispatch has recorded that it demands one for such goods");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        return Demands.assess(
                movement,
                evidence,
                requirement -> requirement.document().equals("export-licence"),
                (requirement, commodity) -> new Found(
                        requirement.state() + " " + commodity,
                        Severity.HIGH,
                        Wording.sentence(
                                code().value(),
                                SentenceArgument.plain("state", requirement.state()),
                                SentenceArgument.plain("commodity", commodity),
                                SentenceArgument.plain("basis", requirement.legalBasis())),
                        SentenceArgument.plain("document", requirement.document()),
                        null,
                        movement.departures().stream().map(Fact::id).toList()));
    }
}
