package org.skypatch.tracking.finding.rule.arrival;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.finding.Sentence;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.corridor.Corridor;
import org.skypatch.tracking.corridor.TransitTime;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.Thresholds;
import org.skypatch.tracking.finding.rule.Settling;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds goods that left and of which nothing was heard at the destination: no import, refusal, return, seizure or loss.
 * Source: Project Sky-Hole-Patching (RILO Asia/Pacific, 2006): silence at the other border is itself a sign. (policy)
 * Thresholds: amber 7 days, red 21 days after the declared arrival, or after a usual time by mode; 2 days of settling.
 * Innocent: late reporting (hence the settling time and the coverage), slow steaming, a changed port of call.
 * Learned: where none was declared, amber when nine of ten, red when 99 of 100 had arrived, of 100 earlier journeys or more.
 * Answered: red at once, from the expected arrival on, if the destination answers an enquiry that there is no record.
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
        if (hasBeenHeardOf(movement, evidence)) {
            return RuleOutcome.holds();
        }
        CountryCode destination = movement.route().destination();
        Due due = due(movement, evidence);
        Optional<Instant> denied = evidence.deniedBy(destination);
        if (denied.isPresent()) {
            Instant red = Settling.later(due.expected(), denied.get());
            return RuleOutcome.from(red, evidence.asOf(), found(movement, evidence, departure, due, Severity.HIGH));
        }
        if (!evidence.isReportedBy(destination, CustomsEventType.IMPORT_CONFIRMED, movement)) {
            return RuleOutcome.notKnown();
        }
        Instant settled = Settling.ofReports(movement.departures(), evidence);
        Instant amber = Settling.later(due.amber(), settled);
        Instant red = Settling.later(due.red(), settled);
        if (evidence.asOf().isBefore(amber)) {
            return RuleOutcome.notYet(amber);
        }
        boolean isRed = !evidence.asOf().isBefore(red);
        Found found = found(movement, evidence, departure, due, isRed ? Severity.HIGH : Severity.MEDIUM);
        return isRed ? RuleOutcome.finding(found) : RuleOutcome.finding(found, red);
    }

    private static boolean hasBeenHeardOf(Movement movement, Evidence evidence) {
        return hasEnteredTheUnion(movement, evidence)
                || Stream.of(
                                movement.arrivals(),
                                movement.refusals(),
                                movement.returns(),
                                movement.seizures(),
                                movement.losses(),
                                movement.disposals())
                        .anyMatch(reports -> !reports.isEmpty());
    }

    /** Whether the goods were released elsewhere in the customs union of the destination. */
    private static boolean hasEnteredTheUnion(Movement movement, Evidence evidence) {
        return movement.facts().stream()
                .filter(fact -> fact.type() == CustomsEventType.IMPORT_CONFIRMED)
                .flatMap(fact -> fact.content().reportingCountry().stream())
                .anyMatch(country -> evidence.register()
                        .territories()
                        .shareTerritory(country, movement.route().destination(), evidence.lawfulDay(movement)));
    }

    /**
     * When goods are expected, and when their silence speaks.
     *
     * @param learned of how many journeys that was learned, and how long they took; missing if it was declared, or is policy
     */
    private record Due(
            Instant expected,
            Instant amber,
            Instant red,
            @Nullable TransitTime learned) {}

    /** That of the last departure: as declared, else as learned on the corridor, else the usual travel. */
    private static Due due(Movement movement, Evidence evidence) {
        return movement.departures().stream()
                .map(departure -> due(departure, movement, evidence))
                .max(Comparator.comparing(Due::amber).thenComparing(Due::expected))
                .orElseThrow();
    }

    private static Due due(Fact departure, Movement movement, Evidence evidence) {
        Instant declared = departure.content().transport().expectedArrival();
        Optional<TransitTime> learned = declared == null
                ? Corridor.of(movement).flatMap(corridor -> evidence.transitTime(corridor, departure.occurredAt()))
                : Optional.empty();
        if (learned.isPresent()) {
            Instant amber = departure.occurredAt().plus(learned.get().p90());
            return new Due(
                    amber, amber, departure.occurredAt().plus(learned.get().p99()), learned.get());
        }
        Thresholds thresholds = evidence.thresholds();
        Instant expected = declared == null
                ? departure
                        .occurredAt()
                        .plus(thresholds.usualTravel(
                                departure.content().transport().mode()))
                : declared;
        return new Due(expected, expected.plus(thresholds.amberGrace()), expected.plus(thresholds.redGrace()), null);
    }

    private static Found found(Movement movement, Evidence evidence, Fact departure, Due due, Severity severity) {
        List<SentenceArgument> arguments = new ArrayList<>(List.of(
                SentenceArgument.plain("mass", movement.mass()),
                SentenceArgument.plain("commodity", Wording.list(movement.commodities(evidence.catalogue()))),
                SentenceArgument.plain("dispatch", movement.route().dispatch()),
                SentenceArgument.plain("departed", Wording.day(departure.occurredAt())),
                SentenceArgument.plain("destination", movement.route().destination()),
                SentenceArgument.plain("due", Wording.day(due.expected()))));
        TransitTime learned = due.learned();
        if (learned != null) {
            arguments.add(SentenceArgument.plain("sample", learned.sample()));
            arguments.add(SentenceArgument.plain("days", learned.p90().toDays()));
        }
        return new Found(
                Found.WHOLE_MOVEMENT,
                severity,
                new Sentence(learned == null ? "not-arrived" : "not-arrived.learned", arguments),
                SentenceArgument.plain("arrival", Wording.day(due.expected())),
                null,
                movement.departures().stream().map(Fact::id).toList());
    }
}
