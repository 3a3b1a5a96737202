package org.skypatch.tracking.finding.rule.waste;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.skypatch.contracts.customs.NamedTrader;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.TraderFact;
import org.skypatch.contracts.trade.TraderId;
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
 * Finds waste that is carried or disposed of by somebody whom the notification does not name, or who is not authorised for the operation.
 * Source: Basel Convention, Art. 4(7)(a), 6(1) and Annex V A.
 * Thresholds: none.
 * Innocent: a subcontractor of the notified carrier, an authorisation that is renewed and not yet entered.
 */
public final class UnauthorisedHandler implements Rule {

    private static final RuleCard CARD = RuleCard.breach("unauthorised-handler", TradeElement.DISPOSAL, Severity.HIGH)
            .clearedBy("the declaration is amended, or the notification or authorisation corrected")
            .needing("the notification names its carriers, or the facility is in the register with its authorisations");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        List<Line> waste = Waste.of(movement, evidence);
        if (waste.isEmpty()) {
            return RuleOutcome.notConcerned();
        }
        List<RuleOutcome> outcomes = new ArrayList<>();
        Optional<NotificationFact> notification =
                Papers.notification(movement, evidence).map(Versions::latest);
        for (Fact fact : movement.facts()) {
            if (movement.isReportedByParty(fact)) {
                Part.CARRIER
                        .in(fact.content().traders())
                        .map(NamedTrader::id)
                        .ifPresent(id -> outcomes.add(carrier(id, fact, notification)));
                Part.FACILITY
                        .in(fact.content().traders())
                        .ifPresent(trader -> outcomes.add(facility(trader, fact, waste, evidence)));
            }
        }
        return RuleOutcome.together(outcomes);
    }

    private RuleOutcome carrier(TraderId id, Fact fact, Optional<NotificationFact> notification) {
        List<TraderId> notified = notification.map(NotificationFact::carriers).orElse(List.of());
        if (notified.isEmpty()) {
            return RuleOutcome.notKnown();
        }
        return notified.contains(id)
                ? RuleOutcome.holds()
                : RuleOutcome.finding(found(id, fact, "carrier", "not named in the notification")
                        .of(TradeElement.TRANSPORT));
    }

    private RuleOutcome facility(NamedTrader trader, Fact fact, List<Line> waste, Evidence evidence) {
        Optional<TraderFact> registered = Part.FACILITY
                .country(trader, fact.content().route())
                .flatMap(country -> trader.id() == null
                        ? Optional.empty()
                        : evidence.cited().trader(country, trader.id()))
                .map(Versions::latest);
        Set<String> wanted = waste.stream()
                .map(line -> line.goods().operation())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        LocalDate day = fact.content().occurredAt().toLocalDate();
        Set<String> authorised = registered.stream()
                .flatMap(fact1 -> fact1.registrations().stream())
                .filter(one -> !day.isBefore(one.from()) && (one.until() == null || !day.isAfter(one.until())))
                .flatMap(one -> one.operations().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (authorised.isEmpty() || wanted.isEmpty() || trader.id() == null) {
            return RuleOutcome.notKnown();
        }
        return authorised.containsAll(wanted)
                ? RuleOutcome.holds()
                : RuleOutcome.finding(
                        found(trader.id(), fact, "facility", "not authorised for " + Wording.list(wanted)));
    }

    private Found found(TraderId id, Fact fact, String part, String why) {
        return new Found(
                id.value(),
                Severity.HIGH,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.nominal("trader", id.value()),
                        SentenceArgument.plain("part", part),
                        SentenceArgument.plain("why", why)),
                null,
                SentenceArgument.nominal(part, id.value()),
                List.of(fact.id()));
    }
}
