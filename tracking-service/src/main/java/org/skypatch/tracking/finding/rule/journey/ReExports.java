package org.skypatch.tracking.finding.rule.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Settling;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Flow;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.movement.Stock;

/** The re-exports of a movement against what had come into their country. */
final class ReExports {

    private ReExports() {}

    /** What a rule makes of one re-export. */
    @FunctionalInterface
    interface Judge {
        Optional<Found> found(Flow departure, Stock stock, Fact fact);
    }

    static RuleOutcome assess(Movement movement, Evidence evidence, Judge judge) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        for (Flow flow : Flow.of(movement, evidence.catalogue())) {
            if (flow.direction() == Flow.Direction.OUT) {
                outcomes.add(assess(flow, movement, evidence, judge));
            }
        }
        return RuleOutcome.together(outcomes);
    }

    private static RuleOutcome assess(Flow flow, Movement movement, Evidence evidence, Judge judge) {
        Stock stock = evidence.stocks().get(flow);
        Fact fact = movement.departures().stream()
                .filter(departure -> departure.occurredAt().equals(flow.at()))
                .findFirst()
                .orElse(null);
        boolean isOfItsOwn = flow.country().equals(movement.route().origin());
        boolean isReported = evidence.isReportedBy(flow.country(), CustomsEventType.IMPORT_CONFIRMED, movement)
                && evidence.isReportedBy(flow.country(), CustomsEventType.BOND_ENTERED, movement);
        if (stock == null || fact == null || isOfItsOwn || !isReported) {
            return RuleOutcome.notKnown();
        }
        Instant settled = Settling.ofReports(List.of(fact), evidence);
        return judge.found(flow, stock, fact)
                .map(found -> RuleOutcome.from(settled, evidence.asOf(), found))
                .orElseGet(RuleOutcome::holds);
    }
}
