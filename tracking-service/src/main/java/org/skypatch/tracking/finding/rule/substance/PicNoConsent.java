package org.skypatch.tracking.finding.rule.substance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.registry.ImportResponseFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Line;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds a chemical of Annex III sent to a Party that has published that it does not consent to its import.
 * Source: Rotterdam Convention, Art. 10 and 11(1)(c); the PIC Circular.
 * Thresholds: the day of publication.
 * Innocent: a use outside the category that is listed, a chemical for research in small quantities.
 */
public final class PicNoConsent implements Rule {

    private static final RuleCard CARD = RuleCard.breach(
                    "pic-no-consent", TradeElement.TRANSBOUNDARY_MOVEMENT, Severity.HIGH)
            .clearedBy("the import response changes for the day")
            .needing("the importing Party has answered on the chemical");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        for (Line line : Line.declared(movement, evidence)) {
            line.commodity()
                    .filter(id -> evidence.catalogue().conventions(id).contains(Convention.ROTTERDAM))
                    .ifPresent(commodity -> outcomes.add(assess(commodity, line, movement, evidence)));
        }
        return RuleOutcome.together(outcomes);
    }

    private RuleOutcome assess(CommodityId commodity, Line line, Movement movement, Evidence evidence) {
        LocalDate day = evidence.lawfulDay(movement);
        ImportResponseFact response = evidence.register()
                .law()
                .importResponses()
                .on(day, movement.route().destination())
                .filter(one -> one.commodity().equals(commodity))
                .filter(one -> one.publishedOn() != null && !day.isBefore(one.publishedOn()))
                .findFirst()
                .orElse(null);
        if (response == null
                || response.decision() == null
                || response.decision().equals("consent-with-conditions")) {
            return RuleOutcome.notKnown();
        }
        if (!response.decision().equals("no-consent")) {
            return RuleOutcome.holds();
        }
        return RuleOutcome.finding(new Found(
                commodity.value(),
                Severity.HIGH,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.plain("destination", movement.route().destination()),
                        SentenceArgument.plain("commodity", commodity),
                        SentenceArgument.plain("on", response.on())),
                null,
                SentenceArgument.plain("decision", response.decision()),
                line.evidence()));
    }
}
