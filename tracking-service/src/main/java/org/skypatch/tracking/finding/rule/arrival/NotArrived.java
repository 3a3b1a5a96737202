package org.skypatch.tracking.finding.rule.arrival;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds goods that left and of which nothing was heard at the destination: no import, refusal, return, seizure or loss.
 * Source: Project Sky-Hole-Patching (RILO Asia/Pacific, 2006): silence at the other border is itself a sign. (policy)
 * Thresholds: amber 7 days, red 21 days after the expected arrival; where none was declared, a usual time by mode.
 * Innocent: late reporting (hence the settling time and the coverage), slow steaming, a changed port of call.
 */
public final class NotArrived implements Rule {

    private static final RuleCard CARD = RuleCard.indicator(
                    "not-arrived", TradeElement.TRANSBOUNDARY_MOVEMENT, Severity.MEDIUM, Severity.HIGH)
            .clearedBy("an import, refusal, return, seizure, loss or disposal is reported")
            .needing("the destination reports imports of the commodity");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        Fact departure = movement.departure().orElse(null);
        if (departure == null) {
            return RuleOutcome.notConcerned();
        }
        if (hasBeenHeardOf(movement)) {
            return RuleOutcome.holds();
        }
        CountryCode destination = movement.route().destination();
        if (!evidence.isReportedBy(destination, CustomsEventType.IMPORT_CONFIRMED, movement)) {
            return RuleOutcome.notKnown();
        }
        Instant expected = expectedArrival(movement.departures(), evidence);
        Instant settled = movement.departures().stream()
                .map(Fact::recordedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .plus(evidence.thresholds().settlingOfReports());
        Instant amber = later(expected.plus(evidence.thresholds().amberGrace()), settled);
        Instant red = later(expected.plus(evidence.thresholds().redGrace()), settled);
        if (evidence.asOf().isBefore(amber)) {
            return RuleOutcome.notYet(amber);
        }
        boolean isRed = !evidence.asOf().isBefore(red);
        Found found = found(movement, evidence, departure, expected, isRed ? Severity.HIGH : Severity.MEDIUM);
        return isRed ? RuleOutcome.finding(found) : RuleOutcome.finding(found, red);
    }

    private static boolean hasBeenHeardOf(Movement movement) {
        return Stream.of(
                        movement.arrivals(),
                        movement.refusals(),
                        movement.returns(),
                        movement.seizures(),
                        movement.losses(),
                        movement.disposals())
                .anyMatch(reports -> !reports.isEmpty());
    }

    /** The latest arrival that a departure declares, else its usual travel. */
    private static Instant expectedArrival(List<Fact> departures, Evidence evidence) {
        return departures.stream()
                .map(departure -> Optional.ofNullable(
                                departure.content().transport().expectedArrival())
                        .orElseGet(() -> departure
                                .occurredAt()
                                .plus(evidence.thresholds()
                                        .usualTravel(
                                                departure.content().transport().mode()))))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Found found(
            Movement movement, Evidence evidence, Fact departure, Instant expected, Severity severity) {
        return new Found(
                Found.WHOLE_MOVEMENT,
                severity,
                Wording.sentence(
                        "not-arrived",
                        SentenceArgument.plain("mass", movement.mass()),
                        SentenceArgument.plain("commodity", Wording.list(movement.commodities(evidence.catalogue()))),
                        SentenceArgument.plain("dispatch", movement.route().dispatch()),
                        SentenceArgument.plain("departed", Wording.day(departure.occurredAt())),
                        SentenceArgument.plain("destination", movement.route().destination()),
                        SentenceArgument.plain("due", Wording.day(expected))),
                SentenceArgument.plain("arrival", Wording.day(expected)),
                null,
                movement.departures().stream().map(Fact::id).toList());
    }
}
