package org.skypatch.tracking.finding.rule.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.trade.ContainerNumber;
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
 * Finds a container that another country reports while it was under customs control in one, between its entry and its exit.
 * Source: comparison of the countries' reports; containers with a doubled number are a known way to smuggle. (policy)
 * Thresholds: more than 24 hours inside the stay, for clocks that differ; the reports of one movement alone.
 * Innocent: a number typed wrongly that is another box's, an exit reported with the date of the report.
 */
public final class ContainerInTwoPlaces implements Rule {

    private static final RuleCard CARD = RuleCard.indicator(
                    "container-in-two-places", TradeElement.TRANSPORT, Severity.HIGH)
            .clearedBy("an amendment of one of the times or numbers")
            .needing("both the entry into and the exit out of a country are reported with the container");

    /** Reports of goods that are there. */
    private static final Set<CustomsEventType> SIGHTS = Set.of(
            CustomsEventType.EXPORT_DECLARED,
            CustomsEventType.RE_EXPORT_DECLARED,
            CustomsEventType.TRANSIT_ENTERED,
            CustomsEventType.TRANSIT_LEFT,
            CustomsEventType.IMPORT_CONFIRMED,
            CustomsEventType.IMPORT_REFUSED,
            CustomsEventType.BOND_ENTERED,
            CustomsEventType.BOND_LEFT,
            CustomsEventType.TRANSHIPPED,
            CustomsEventType.WASTE_RECEIVED);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        for (Fact entered : movement.facts()) {
            CustomsEventType exit = exit(entered.type());
            CountryCode country = entered.content().reportingCountry().orElse(null);
            if (exit == null || country == null) {
                continue;
            }
            for (ContainerNumber container : entered.content().transport().containers()) {
                exit(movement, entered, exit, country, container)
                        .ifPresent(left -> elsewhere(movement, entered, left, country, container, evidence, outcomes));
            }
        }
        return RuleOutcome.together(outcomes);
    }

    private static @org.jspecify.annotations.Nullable CustomsEventType exit(CustomsEventType entry) {
        if (entry == CustomsEventType.TRANSIT_ENTERED) {
            return CustomsEventType.TRANSIT_LEFT;
        }
        return entry == CustomsEventType.BOND_ENTERED ? CustomsEventType.BOND_LEFT : null;
    }

    private static Optional<Fact> exit(
            Movement movement, Fact entered, CustomsEventType exit, CountryCode country, ContainerNumber container) {
        return movement.facts().stream()
                .filter(fact -> fact.type() == exit && fact.isReportedBy(country) && carries(fact, container))
                .filter(fact -> !fact.occurredAt().isBefore(entered.occurredAt()))
                .findFirst();
    }

    private static boolean carries(Fact fact, ContainerNumber container) {
        return fact.content().transport().containers().contains(container);
    }

    private void elsewhere(
            Movement movement,
            Fact entered,
            Fact left,
            CountryCode country,
            ContainerNumber container,
            Evidence evidence,
            List<RuleOutcome> outcomes) {
        Instant from = entered.occurredAt().plus(evidence.thresholds().signs().clocksMayDiffer());
        Instant until = left.occurredAt().minus(evidence.thresholds().signs().clocksMayDiffer());
        outcomes.add(movement.facts().stream()
                .filter(fact -> SIGHTS.contains(fact.type()) && !fact.isReportedBy(country) && carries(fact, container))
                .filter(fact ->
                        fact.occurredAt().isAfter(from) && fact.occurredAt().isBefore(until))
                .findFirst()
                .map(fact -> RuleOutcome.finding(found(entered, left, fact, country, container)))
                .orElseGet(RuleOutcome::holds));
    }

    private Found found(Fact entered, Fact left, Fact seen, CountryCode country, ContainerNumber container) {
        String other = seen.content().reportingCountry().map(CountryCode::value).orElse("");
        return new Found(
                container.value(),
                Severity.HIGH,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.nominal("container", container.value()),
                        SentenceArgument.plain("country", country),
                        SentenceArgument.plain("entered", Wording.day(entered.occurredAt())),
                        SentenceArgument.plain("left", Wording.day(left.occurredAt())),
                        SentenceArgument.plain("other", other),
                        SentenceArgument.plain("seen", Wording.day(seen.occurredAt()))),
                SentenceArgument.plain("country", country),
                SentenceArgument.plain("country", other),
                List.of(entered.id(), left.id(), seen.id()));
    }
}
