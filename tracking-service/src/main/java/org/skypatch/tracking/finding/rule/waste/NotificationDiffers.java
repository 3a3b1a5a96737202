package org.skypatch.tracking.finding.rule.waste;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.skypatch.contracts.customs.NamedTrader;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.trade.LocationCode;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Line;
import org.skypatch.tracking.finding.rule.Papers;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.movement.Part;
import org.skypatch.tracking.register.Versions;

/**
 * Finds a shipment whose waste, operation, disposer or offices are not those of the notification that it cites.
 * Source: Basel Convention, Art. 6(1), 9(1)(d) and Annex V A.
 * Thresholds: none; one common waste code is enough.
 * Innocent: a national code for the same waste, a diversion of the ship to a neighbouring office by weather.
 */
public final class NotificationDiffers implements Rule {

    private static final RuleCard CARD = RuleCard.breach(
                    "notification-differs", TradeElement.TRANSBOUNDARY_MOVEMENT, Severity.HIGH)
            .clearedBy("the declaration is amended, or the notification changed with consent")
            .needing("the notification is in the registry, and the reports name what is compared");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        NotificationFact notification =
                Papers.notification(movement, evidence).map(Versions::latest).orElse(null);
        if (notification == null) {
            return movement.first(fact -> fact.content().references().notification())
                            .isPresent()
                    ? RuleOutcome.notKnown()
                    : RuleOutcome.notConcerned();
        }
        List<RuleOutcome> outcomes = new ArrayList<>();
        Set<String> notified = notification.wasteCodes().stream()
                .map(code -> code.value().toUpperCase(Locale.ROOT).replaceAll("\\s", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        for (Line line : Waste.of(movement, evidence)) {
            outcomes.add(compare(notification, "waste", notified, Waste.codes(line), line.evidence()));
            if (line.goods().operation() != null) {
                outcomes.add(compare(
                        notification,
                        "operation",
                        Set.of(notification.operation()),
                        Set.of(line.goods().operation()),
                        line.evidence()));
            }
        }
        for (Fact fact : movement.facts()) {
            if (movement.isReportedByParty(fact)) {
                Part.FACILITY
                        .in(fact.content().traders())
                        .map(NamedTrader::id)
                        .ifPresent(id -> outcomes.add(compare(
                                notification,
                                "disposer",
                                Set.of(notification.facility().value()),
                                Set.of(id.value()),
                                List.of(fact.id()))));
                offices(notification, fact, outcomes);
            }
        }
        return RuleOutcome.together(outcomes);
    }

    private void offices(NotificationFact notification, Fact fact, List<RuleOutcome> outcomes) {
        if (notification.offices().isEmpty()) {
            return;
        }
        Set<String> notified =
                notification.offices().stream().map(LocationCode::value).collect(Collectors.toCollection(TreeSet::new));
        Stream.of(fact.content().route().exitOffice(), fact.content().route().entryOffice())
                .filter(Objects::nonNull)
                .forEach(office -> outcomes.add(
                        compare(notification, "office", notified, Set.of(office.value()), List.of(fact.id()))));
    }

    private RuleOutcome compare(
            NotificationFact notification, String what, Set<String> notified, Set<String> seen, List<UUID> rests) {
        if (seen.isEmpty() || notified.isEmpty()) {
            return RuleOutcome.notKnown();
        }
        if (seen.stream().anyMatch(notified::contains)) {
            return RuleOutcome.holds();
        }
        SentenceArgument expected = SentenceArgument.nominal(what, Wording.list(notified));
        SentenceArgument observed = SentenceArgument.nominal(what, Wording.list(seen));
        return RuleOutcome.finding(new Found(
                notification.number() + " " + what + " " + String.join(" ", seen),
                Severity.HIGH,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.nominal(
                                "subject", notification.number() + " " + what + " " + String.join(" ", seen)),
                        SentenceArgument.nominal("notification", notification.number()),
                        SentenceArgument.plain("what", what),
                        SentenceArgument.nominal("notified", Wording.list(notified)),
                        SentenceArgument.nominal("seen", Wording.list(seen))),
                expected,
                observed,
                rests));
    }
}
