package org.skypatch.tracking.finding.rule.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.References;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.movement.ReferenceKey;

/**
 * Finds two values of one decisive reference within one consignment.
 * Source: the key by which the reports were joined. (policy)
 * Thresholds: none; compared in capitals and without blanks.
 * Innocent: a consignment that was split or consolidated on the way, a slip of the pen.
 */
public final class ReferencesContradict implements Rule {

    private static final RuleCard CARD = RuleCard.indicator(
                    "references-contradict", TradeElement.TRANSPORT, Severity.LOW)
            .clearedBy("an amendment leaves one value")
            .needing("two Parties, or two reports of one, give the reference");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        return RuleOutcome.together(List.of(
                assess(movement, "UCR", References::ucr),
                assess(movement, "shipment", ReferencesContradict::shipment)));
    }

    private RuleOutcome assess(Movement movement, String what, Function<References, @Nullable String> value) {
        Map<String, List<UUID>> values = new TreeMap<>();
        for (Fact fact : movement.facts()) {
            String written = value.apply(fact.content().references());
            if (written != null && movement.isReportedByParty(fact)) {
                values.computeIfAbsent(ReferenceKey.folded(written), none -> new ArrayList<>())
                        .add(fact.id());
            }
        }
        if (values.size() < 2) {
            return values.isEmpty() ? RuleOutcome.notConcerned() : RuleOutcome.holds();
        }
        return RuleOutcome.finding(new Found(
                what,
                Severity.LOW,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.plain("what", what),
                        SentenceArgument.nominal("values", Wording.list(values.keySet()))),
                null,
                SentenceArgument.nominal(what, Wording.list(values.keySet())),
                values.values().stream().flatMap(List::stream).toList()));
    }

    private static @Nullable String shipment(References references) {
        return references.notification() == null || references.shipmentSerial() == null
                ? null
                : references.notification() + "/" + references.shipmentSerial();
    }
}
