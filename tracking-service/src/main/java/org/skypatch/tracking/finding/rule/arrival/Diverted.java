package org.skypatch.tracking.finding.rule.arrival;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.finding.RuleKind;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.trade.Convention;
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
 * Finds goods that were released, seized or stored in a country outside the declared route, or transhipped there.
 * Source: Project Sky-Hole-Patching; Basel Convention, Art. 6 and 9(1) for waste in a State that was not notified. (policy)
 * Thresholds: none; released, seized or stored high, only transhipped low, hazardous waste in a State not notified a critical breach.
 * Innocent: entry elsewhere in the customs union of the destination, a change of destination with consent, a changed port of call.
 */
public final class Diverted implements Rule {

    private static final RuleCard CARD = RuleCard.indicator(
                    "diverted", TradeElement.TRANSBOUNDARY_MOVEMENT, Severity.LOW, Severity.HIGH, Severity.CRITICAL)
            .clearedBy("the declaration is amended to the new destination, or the report elsewhere is corrected")
            .needing("a report from a country outside the declared route");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        for (Fact fact : movement.facts()) {
            CountryCode country = fact.content().reportingCountry().orElse(null);
            Severity severity = severity(fact.type());
            if (country == null || severity == null) {
                continue;
            }
            boolean isRelease = fact.type() == CustomsEventType.IMPORT_CONFIRMED;
            boolean onTheWay = isRelease
                    ? shares(movement, country, movement.route().destination(), evidence)
                    : movement.audience().stream().anyMatch(station -> shares(movement, country, station, evidence));
            outcomes.add(
                    onTheWay
                            ? RuleOutcome.holds()
                            : RuleOutcome.finding(found(movement, fact, country, severity, evidence)));
        }
        return RuleOutcome.together(outcomes);
    }

    private static @Nullable Severity severity(CustomsEventType type) {
        return switch (type) {
            case IMPORT_CONFIRMED, GOODS_SEIZED, BOND_ENTERED -> Severity.HIGH;
            case TRANSHIPPED -> Severity.LOW;
            case EXPORT_DECLARED,
                    RE_EXPORT_DECLARED,
                    TRANSIT_ENTERED,
                    TRANSIT_LEFT,
                    IMPORT_REFUSED,
                    GOODS_RETURNED,
                    SEIZURE_CLOSED,
                    BOND_LEFT,
                    SHIPMENT_ANNOUNCED,
                    WASTE_RECEIVED,
                    GOODS_LOST,
                    GOODS_DESTROYED,
                    DISPOSAL_COMPLETED,
                    SUSPICION_REPORTED,
                    DECLARATION_AMENDED,
                    DECLARATION_CANCELLED -> null;
        };
    }

    private static boolean shares(Movement movement, CountryCode one, CountryCode other, Evidence evidence) {
        return evidence.register().territories().shareTerritory(one, other, evidence.lawfulDay(movement));
    }

    private Found found(Movement movement, Fact fact, CountryCode country, Severity severity, Evidence evidence) {
        boolean isWaste = movement.commodities(evidence.catalogue()).stream()
                .anyMatch(id -> evidence.catalogue().conventions(id).contains(Convention.BASEL));
        Found found = new Found(
                country.value(),
                isWaste ? Severity.CRITICAL : severity,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.plain("dispatch", movement.route().dispatch()),
                        SentenceArgument.plain("destination", movement.route().destination()),
                        SentenceArgument.plain("country", country),
                        SentenceArgument.plain("what", fact.type().label()),
                        SentenceArgument.plain("on", Wording.day(fact.occurredAt()))),
                SentenceArgument.plain("country", movement.route().destination()),
                SentenceArgument.plain("country", country),
                Stream.concat(movement.departures().stream(), Stream.of(fact))
                        .map(Fact::id)
                        .toList());
        return isWaste ? found.as(RuleKind.BREACH) : found;
    }
}
