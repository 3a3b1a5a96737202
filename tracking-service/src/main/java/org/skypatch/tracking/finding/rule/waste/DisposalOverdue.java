package org.skypatch.tracking.finding.rule.waste;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Line;
import org.skypatch.tracking.finding.rule.Settling;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds waste that was received and of which no certificate of disposal or recovery came.
 * Source: Basel Convention, Art. 6(9); the limit that data give for the States concerned (the Convention names none).
 * Thresholds: the limit recorded as disposal, from the receipt on, and 2 days of settling; 3 holidays in doubt where unknown.
 * Innocent: interim storage that the notification allows, a certificate that went to the exporter alone.
 */
public final class DisposalOverdue implements Rule {

    private static final RuleCard CARD = RuleCard.indicator("disposal-overdue", TradeElement.DISPOSAL, Severity.MEDIUM)
            .clearedBy("the facility's State reports the completion")
            .needing("a limit is on record for the States, and the facility's State reports such events");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        List<Line> waste = Waste.of(movement, evidence);
        Fact start = movement.facts().stream()
                .filter(fact -> fact.type() == CustomsEventType.WASTE_RECEIVED
                        && fact.isReportedBy(movement.route().destination()))
                .findFirst()
                .orElse(null);
        if (waste.isEmpty() || start == null) {
            return RuleOutcome.notConcerned();
        }
        boolean hasFollowed = movement.facts().stream()
                .anyMatch(fact -> fact.isReportedBy(movement.route().destination())
                        && fact.type() == CustomsEventType.DISPOSAL_COMPLETED);
        if (hasFollowed) {
            return RuleOutcome.holds();
        }
        Optional<Instant> due = Overdue.due("disposal", start, movement, evidence);
        boolean isReported =
                evidence.isReportedBy(movement.route().destination(), CustomsEventType.DISPOSAL_COMPLETED, movement);
        return due.filter(_ -> isReported)
                .map(end -> RuleOutcome.from(
                        Settling.later(end, Settling.ofReports(List.of(start), evidence)),
                        evidence.asOf(),
                        found(movement, start, end)))
                .orElseGet(RuleOutcome::notKnown);
    }

    private Found found(Movement movement, Fact start, Instant due) {
        return new Found(
                Found.WHOLE_MOVEMENT,
                Severity.MEDIUM,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.plain("country", movement.route().destination()),
                        SentenceArgument.plain("since", Wording.day(start.occurredAt())),
                        SentenceArgument.plain("due", Wording.day(due.minusSeconds(1)))),
                SentenceArgument.plain("day", Wording.day(due.minusSeconds(1))),
                null,
                List.of(start.id()));
    }
}
