package org.skypatch.tracking.finding.rule.substance;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.customs.NamedTrader;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.registry.Registration;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Line;
import org.skypatch.tracking.finding.rule.Settling;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.movement.Part;

/**
 * Finds goods declared recovered, recycled or reclaimed without a source firm or reclaimer, or beyond what the reclaimer can handle.
 * Source: Montreal Protocol, decisions IV/24 and VI/19; virgin goods passed off as used. (policy)
 * Thresholds: the reclaimer's registered capacity in a year; 2 days of settling.
 * Innocent: a collector that gathers from many firms, a source named on paper alone.
 */
public final class FalseRecoveredClaim implements Rule {

    private static final RuleCard CARD = RuleCard.indicator(
                    "false-recovered-claim", TradeElement.GENERATION, Severity.HIGH)
            .clearedBy("the source firm or the reclaimer is named, or the condition amended")
            .needing("the condition is declared, and the country of dispatch reports exports of the commodity");

    @Override
    public RuleCard card() {
        return CARD;
    }

    private static final Set<String> USED = Set.of("recovered", "recycled", "reclaimed");

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        List<Line> used = Line.declared(movement, evidence).stream()
                .filter(line -> line.goods().condition() != null
                        && USED.contains(line.goods().condition()))
                .toList();
        if (used.isEmpty()) {
            return RuleOutcome.notConcerned();
        }
        if (source(movement, Part.GENERATOR).isEmpty()
                && source(movement, Part.FACILITY).isEmpty()) {
            if (!evidence.isReportedBy(movement.route().dispatch(), CustomsEventType.EXPORT_DECLARED, movement)) {
                return RuleOutcome.notKnown();
            }
            Instant settled = Settling.ofReports(movement.facts(), evidence);
            return RuleOutcome.together(used.stream()
                    .map(line -> RuleOutcome.from(settled, evidence.asOf(), found(line, "without-source", null)))
                    .toList());
        }
        return source(movement, Part.FACILITY)
                .flatMap(facility -> capacity(facility, evidence))
                .map(capacity -> withinCapacity(used, capacity))
                .orElseGet(RuleOutcome::notKnown);
    }

    private RuleOutcome withinCapacity(List<Line> used, Mass capacity) {
        Mass total = used.stream().map(line -> line.goods().netMassKg()).reduce(Mass.ZERO, Mass::plus);
        return total.isMoreThan(capacity)
                ? RuleOutcome.finding(found(used.getFirst(), "above-capacity", capacity))
                : RuleOutcome.holds();
    }

    private record Named(NamedTrader trader, CountryCode country) {}

    private static Optional<Named> source(Movement movement, Part part) {
        return movement.first(fact -> part.in(fact.content().traders())
                .flatMap(trader ->
                        part.country(trader, fact.content().route()).map(country -> new Named(trader, country)))
                .orElse(null));
    }

    private static Optional<Mass> capacity(Named facility, Evidence evidence) {
        TraderId id = facility.trader().id();
        return id == null
                ? Optional.empty()
                : evidence.cited().trader(facility.country(), id).stream()
                        .flatMap(record -> record.latest().registrations().stream())
                        .map(Registration::capacityKg)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder());
    }

    private Found found(Line line, String why, @Nullable Mass capacity) {
        String condition = String.valueOf(line.goods().condition());
        return new Found(
                line.commodity().map(CommodityId::value).orElse(Found.WHOLE_MOVEMENT),
                Severity.HIGH,
                Wording.sentence(
                        code().value() + "." + why,
                        SentenceArgument.plain("condition", condition),
                        SentenceArgument.plain("mass", line.goods().netMassKg()),
                        SentenceArgument.plain("capacity", capacity == null ? "" : capacity)),
                capacity == null ? null : SentenceArgument.plain("kg", capacity),
                SentenceArgument.plain("condition", condition),
                line.evidence());
    }
}
