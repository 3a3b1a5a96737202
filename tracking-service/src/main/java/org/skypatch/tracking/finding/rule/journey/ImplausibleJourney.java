package org.skypatch.tracking.finding.rule.journey;

import java.time.Instant;
import java.util.List;
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
 * Finds goods that were at their destination, or on the way, before they left.
 * Source: comparison of both borders' declarations. (policy)
 * Thresholds: more than 24 hours, for clocks and time zones that differ.
 * Innocent: an export declared after the ship had sailed (supplementary declaration), a date typed for another month.
 */
public final class ImplausibleJourney implements Rule {

    private static final RuleCard CARD = RuleCard.indicator(
                    "implausible-journey", TradeElement.TRANSPORT, Severity.MEDIUM)
            .clearedBy("an amendment of one of the two times")
            .needing("both times are reported by the countries where it happened");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        Fact departure = movement.departure().orElse(null);
        List<Fact> later = Stream.of(movement.arrivals(), movement.refusals(), transits(movement))
                .flatMap(List::stream)
                .toList();
        if (departure == null || later.isEmpty()) {
            return RuleOutcome.notConcerned();
        }
        Instant earliest =
                departure.occurredAt().minus(evidence.thresholds().signs().clocksMayDiffer());
        return RuleOutcome.together(later.stream()
                .map(fact -> fact.occurredAt().isBefore(earliest)
                        ? RuleOutcome.finding(found(movement, departure, fact))
                        : RuleOutcome.holds())
                .toList());
    }

    private static List<Fact> transits(Movement movement) {
        return movement.facts().stream()
                .filter(fact -> fact.type() == CustomsEventType.TRANSIT_ENTERED && movement.isReportedByParty(fact))
                .toList();
    }

    private Found found(Movement movement, Fact departure, Fact earlier) {
        CountryCode country =
                earlier.content().reportingCountry().orElse(movement.route().destination());
        return new Found(
                country + " " + earlier.type().label(),
                Severity.MEDIUM,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.plain("dispatch", movement.route().dispatch()),
                        SentenceArgument.plain("departed", Wording.day(departure.occurredAt())),
                        SentenceArgument.plain("country", country),
                        SentenceArgument.plain("seen", Wording.day(earlier.occurredAt()))),
                SentenceArgument.plain("day", Wording.day(departure.occurredAt())),
                SentenceArgument.plain("day", Wording.day(earlier.occurredAt())),
                List.of(departure.id(), earlier.id()));
    }
}
