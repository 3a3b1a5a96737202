package org.skypatch.tracking.finding.rule.arrival;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.enquiry.Enquiry;
import org.skypatch.tracking.enquiry.EnquiryState;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds an enquiry "seen?" that waits for its answer: so the asked administration, and who asked, are told of it.
 * Source: Project Sky-Hole-Patching (RILO Asia/Pacific, 2006): who sees goods leave asks the next administration. (policy)
 * Thresholds: 3 working days for the answer, or the limit that the registry records; then it is overdue.
 * Innocent: it says nothing of the goods, only that a question is open.
 * Besides: what a rule itself asks when goods have not arrived is told by not-arrived, and is no finding here.
 */
public final class EnquiryOpen implements Rule {

    private static final RuleCard CARD = RuleCard.indicator("enquiry-open", null, Severity.LOW, Severity.MEDIUM)
            .clearedBy("the asked administration answers that the goods arrived, or that there is no record")
            .needing("an enquiry was sent");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        return RuleOutcome.together(evidence.enquiries().stream()
                .filter(enquiry -> enquiry.askedBy() != null)
                .map(enquiry -> assess(enquiry, movement, evidence))
                .toList());
    }

    private RuleOutcome assess(Enquiry enquiry, Movement movement, Evidence evidence) {
        EnquiryState state = enquiry.state();
        if (!state.isOpen()) {
            return RuleOutcome.holds();
        }
        boolean isOverdue = !evidence.asOf().isBefore(enquiry.dueAt());
        Found found = found(enquiry, state, movement, isOverdue ? Severity.MEDIUM : Severity.LOW);
        return isOverdue ? RuleOutcome.finding(found) : RuleOutcome.finding(found, enquiry.dueAt());
    }

    private Found found(Enquiry enquiry, EnquiryState state, Movement movement, Severity severity) {
        Set<CountryCode> concerned = new TreeSet<>(List.of(
                enquiry.to(), movement.route().dispatch(), movement.route().destination()));
        String phase = severity == Severity.MEDIUM ? ".overdue" : "." + state.label();
        Instant lastMoment = enquiry.dueAt().minusNanos(1);
        return new Found(
                        enquiry.id().toString(),
                        severity,
                        Wording.sentence(
                                code().value() + phase,
                                SentenceArgument.plain("from", movement.route().dispatch()),
                                SentenceArgument.plain("to", enquiry.to()),
                                SentenceArgument.plain("asked", Wording.day(enquiry.askedAt())),
                                SentenceArgument.plain("due", Wording.day(lastMoment))),
                        SentenceArgument.plain("answer", Wording.day(lastMoment)),
                        SentenceArgument.plain("state", state.label()),
                        List.of(enquiry.event()))
                .onlyFor(concerned);
    }
}
