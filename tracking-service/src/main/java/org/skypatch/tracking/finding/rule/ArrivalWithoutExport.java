package org.skypatch.tracking.finding.rule;

import java.time.Instant;
import java.util.List;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.finding.RuleCode;
import org.skypatch.contracts.finding.RuleKind;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds an import of which the country of dispatch has reported no export.
 * Source: Project Sky-Hole-Patching; laundering through free zones leaves this trace. (policy)
 * Thresholds: 14 days after the import for the export to be reported, and 2 days of settling.
 * Innocent: an export reported under other references, a country of dispatch that was declared wrongly.
 */
public final class ArrivalWithoutExport implements Rule {

    private static final RuleCode CODE = RuleCode.of("arrival-without-export");

    @Override
    public RuleCode code() {
        return CODE;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public RuleKind kind() {
        return RuleKind.INDICATOR;
    }

    @Override
    public TradeElement element() {
        return TradeElement.TRANSBOUNDARY_MOVEMENT;
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
