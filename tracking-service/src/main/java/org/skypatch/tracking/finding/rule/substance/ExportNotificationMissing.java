package org.skypatch.tracking.finding.rule.substance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Line;
import org.skypatch.tracking.finding.rule.Settling;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds an export of a chemical that the State of dispatch bans or severely restricts, before the first export notification of the year.
 * Source: Rotterdam Convention, Art. 12(1) and (2).
 * Thresholds: the calendar year; 60 seconds of settling for the registry.
 * Innocent: an importing Party that has waived the notice, or an import response that makes it unnecessary (Art. 12(5)).
 */
public final class ExportNotificationMissing implements Rule {

    private static final RuleCard CARD = RuleCard.breach(
                    "export-notification-missing", TradeElement.TRANSBOUNDARY_MOVEMENT, Severity.MEDIUM)
            .clearedBy("the notification is entered with its day")
            .needing("the State of dispatch has recorded that it demands one for the chemical");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        LocalDate day = evidence.lawfulDay(movement);
        CountryCode dispatch = movement.route().dispatch();
        for (Line line : Line.declared(movement, evidence)) {
            line.commodity()
                    .ifPresent(commodity -> evidence
                            .register()
                            .requirements()
                            .inForce(dispatch, "export", commodity, evidence.catalogue(), day)
                            .stream()
                            .filter(requirement -> requirement.document().equals("export-notification"))
                            .forEach(requirement -> outcomes.add(assess(commodity, line, movement, evidence))));
        }
        return RuleOutcome.together(outcomes);
    }

    private RuleOutcome assess(CommodityId commodity, Line line, Movement movement, Evidence evidence) {
        LocalDate day = evidence.lawfulDay(movement);
        CountryCode destination = movement.route().destination();
        boolean isSent = evidence.register()
                .law()
                .exportNotifications()
                .on(day, movement.route().dispatch())
                .anyMatch(sent -> sent.commodity().equals(commodity)
                        && sent.importCountry().equals(destination)
                        && !sent.sentOn().isAfter(day));
        if (isSent) {
            return RuleOutcome.holds();
        }
        Found found = new Found(
                commodity.value(),
                Severity.MEDIUM,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.plain("dispatch", movement.route().dispatch()),
                        SentenceArgument.plain("destination", destination),
                        SentenceArgument.plain("commodity", commodity),
                        SentenceArgument.plain("year", Integer.toString(day.getYear()))),
                null,
                null,
                line.evidence());
        return RuleOutcome.from(Settling.ofRegister(List.of(line.fact()), evidence), evidence.asOf(), found);
    }
}
