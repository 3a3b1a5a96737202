package org.skypatch.tracking.finding.rule.waste;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.finding.RuleKind;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Settling;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds waste to be taken back or disposed of: first as an open duty with its holder and clock, then, too late, as a breach.
 * Source: Basel Convention, Art. 8 (90 days), Art. 9(2) and 9(3) (30 days); Art. 9(4) names no number and opens nothing.
 * Thresholds: the limits of the registry, those of the State that has the duty first; an agreed period overrides them.
 * Innocent: an alternative arranged and reported late, a period agreed and not reported, a return under another reference.
 */
public final class TakeBackOverdue implements Rule {

    private static final RuleCard CARD = RuleCard.breach(
                    "take-back-overdue", TradeElement.DISPOSAL, Severity.LOW, Severity.HIGH)
            .clearedBy("the return or the disposal is reported")
            .needing("a refusal or seizure says whose conduct it was and when which State was informed");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        boolean isWaste = movement.commodities(evidence.catalogue()).stream()
                .anyMatch(
                        commodity -> evidence.catalogue().conventions(commodity).contains(Convention.BASEL));
        if (!isWaste) {
            return RuleOutcome.notConcerned();
        }
        List<Fact> stopped = new ArrayList<>(movement.refusals());
        stopped.addAll(movement.seizures());
        return RuleOutcome.together(
                stopped.stream().map(fact -> assess(fact, movement, evidence)).toList());
    }

    private RuleOutcome assess(Fact stopped, Movement movement, Evidence evidence) {
        Optional<TakeBack> found = TakeBack.of(stopped, movement);
        if (found.isEmpty()) {
            return stopped.content().illegality() == null && stopped.type() == CustomsEventType.GOODS_SEIZED
                    ? RuleOutcome.notConcerned()
                    : RuleOutcome.notKnown();
        }
        TakeBack duty = found.get();
        if (duty.isDischarged(movement)) {
            return RuleOutcome.holds();
        }
        Optional<Instant> due = duty.due(evidence);
        if (due.isEmpty()) {
            return RuleOutcome.notKnown();
        }
        boolean isReported = evidence.isReportedBy(duty.holder(), duty.discharge(), movement);
        Instant settled = Settling.ofReports(List.of(stopped), evidence);
        Instant overdue = Settling.later(due.get(), settled);
        if (evidence.asOf().isBefore(overdue) || !isReported) {
            Found open = found(duty, due.get(), Severity.LOW, ".open").as(RuleKind.INDICATOR);
            return isReported ? RuleOutcome.finding(open, overdue) : RuleOutcome.finding(open);
        }
        return RuleOutcome.finding(found(duty, due.get(), Severity.HIGH, ""));
    }

    private Found found(TakeBack duty, Instant due, Severity severity, String phase) {
        return new Found(
                duty.article(),
                severity,
                Wording.sentence(
                        code().value() + "." + duty.kind() + phase,
                        SentenceArgument.plain("state", duty.holder()),
                        SentenceArgument.plain("article", duty.article()),
                        SentenceArgument.plain("since", Wording.day(duty.since())),
                        SentenceArgument.plain("due", Wording.day(due.minusNanos(1)))),
                SentenceArgument.plain("day", Wording.day(due.minusNanos(1))),
                null,
                List.of(duty.stopped().id()));
    }
}
