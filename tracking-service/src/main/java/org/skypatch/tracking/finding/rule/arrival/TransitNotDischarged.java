package org.skypatch.tracking.finding.rule.arrival;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Settling;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds goods that entered transit or bond in a country and of which no exit and no end of the journey was reported.
 * Source: most smuggled HFCs used the transit procedure; Project Sky-Hole-Patching. (policy)
 * Thresholds: the limit that the State recorded as transit or bond, else 15 days in transit, 180 days in bond, and 2 days of settling.
 * Innocent: an exit over another office that reports late, goods still in the warehouse with an extension.
 */
public final class TransitNotDischarged implements Rule {

    private static final RuleCard CARD = RuleCard.indicator(
                    "transit-not-discharged", TradeElement.TRANSBOUNDARY_MOVEMENT, Severity.HIGH)
            .clearedBy("an exit, or an import, refusal, return, seizure or loss, is reported")
            .needing("that country reports exits from the procedure for the commodity");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        return RuleOutcome.together(Stay.of(movement).stream()
                .map(stay -> assess(movement, stay, evidence))
                .toList());
    }

    private RuleOutcome assess(Movement movement, Stay stay, Evidence evidence) {
        if (stay.left().isPresent() || hasEnded(movement, stay)) {
            return RuleOutcome.holds();
        }
        CustomsEventType exit = stay.inBond() ? CustomsEventType.BOND_LEFT : CustomsEventType.TRANSIT_LEFT;
        if (!evidence.isReportedBy(stay.country(), exit, movement)) {
            return RuleOutcome.notKnown();
        }
        Found found = new Found(
                stay.country().value(),
                Severity.HIGH,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.plain("country", stay.country()),
                        SentenceArgument.plain("procedure", stay.procedure()),
                        SentenceArgument.plain(
                                "entered", Wording.day(stay.entered().occurredAt())),
                        SentenceArgument.plain("due", Wording.day(stay.due(evidence)))),
                SentenceArgument.plain("day", Wording.day(stay.due(evidence))),
                null,
                List.of(stay.entered().id()));
        Instant settled = Settling.ofReports(List.of(stay.entered()), evidence);
        return RuleOutcome.from(Settling.later(stay.due(evidence), settled), evidence.asOf(), found);
    }

    private static boolean hasEnded(Movement movement, Stay stay) {
        return Stream.of(
                        movement.arrivals(),
                        movement.refusals(),
                        movement.returns(),
                        movement.seizures(),
                        movement.losses(),
                        movement.disposals())
                .flatMap(List::stream)
                .anyMatch(fact -> !fact.occurredAt().isBefore(stay.entered().occurredAt()));
    }
}
