package org.skypatch.tracking.finding.rule.arrival;

import java.time.Instant;
import java.util.List;
import org.skypatch.contracts.customs.CustomsEventType;
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
 * Finds an import of which the country of dispatch has reported no export.
 * Source: Project Sky-Hole-Patching; laundering through free zones leaves this trace. (policy)
 * Thresholds: 14 days after the import for the export to be reported, and 2 days of settling.
 * Innocent: an export reported under other references, a country of dispatch that was declared wrongly.
 */
public final class ArrivalWithoutExport implements Rule {

    private static final RuleCard CARD = RuleCard.indicator(
                    "arrival-without-export", TradeElement.TRANSBOUNDARY_MOVEMENT, Severity.MEDIUM)
            .clearedBy("the country of dispatch reports the export")
            .needing("the country of dispatch reports exports of the commodity");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        List<Fact> arrivals = movement.arrivals();
        if (arrivals.isEmpty()) {
            return RuleOutcome.notConcerned();
        }
        if (!movement.departures().isEmpty()) {
            return RuleOutcome.holds();
        }
        if (!evidence.isReportedBy(movement.route().dispatch(), CustomsEventType.EXPORT_DECLARED, movement)) {
            return RuleOutcome.notKnown();
        }
        Fact arrival = arrivals.getFirst();
        Instant due = arrival.occurredAt().plus(evidence.thresholds().exportReportedWithin());
        Instant settled = arrival.recordedAt().plus(evidence.thresholds().settlingOfReports());
        Found found = new Found(
                Found.WHOLE_MOVEMENT,
                Severity.MEDIUM,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.plain("mass", movement.mass()),
                        SentenceArgument.plain("commodity", Wording.list(movement.commodities(evidence.catalogue()))),
                        SentenceArgument.plain("destination", movement.route().destination()),
                        SentenceArgument.plain("arrived", Wording.day(arrival.occurredAt())),
                        SentenceArgument.plain("dispatch", movement.route().dispatch())),
                null,
                null,
                arrivals.stream().map(Fact::id).toList());
        return RuleOutcome.from(due.isAfter(settled) ? due : settled, evidence.asOf(), found);
    }
}
