package org.skypatch.tracking.finding.rule.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.skypatch.contracts.customs.EventWarning;
import org.skypatch.contracts.customs.Goods;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds a container or CAS number with a wrong check digit, or a licence number that is not of the form that its issuer published.
 * Source: ISO 6346; the check digit of the Chemical Abstracts Service; the number pattern of the issuer.
 * Thresholds: none.
 * Innocent: a slip of the pen, shipper-owned boxes without an ISO number, licences from before the pattern.
 */
public final class BadIdentifier implements Rule {

    private static final RuleCard CARD = RuleCard.indicator("bad-identifier", TradeElement.TRANSPORT, Severity.LOW)
            .clearedBy("an amendment gives a right identifier")
            .needing("none for check digits; for licences the issuer has published the form of its numbers");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        for (Fact fact : movement.facts()) {
            if (movement.isReportedByParty(fact)) {
                written(movement, fact)
                        .forEach((value, isRight) ->
                                outcomes.add(isRight ? RuleOutcome.holds() : RuleOutcome.finding(found(value, fact))));
                for (LicenceNumber licence : fact.content().licences()) {
                    evidence.register()
                            .coverage()
                            .numberPattern(licence.issuedBy(), evidence.lawfulDay(movement))
                            .ifPresent(pattern -> outcomes.add(
                                    pattern.matcher(licence.number()).matches()
                                            ? RuleOutcome.holds()
                                            : RuleOutcome.finding(found(licence.toString(), fact))));
                }
            }
        }
        return RuleOutcome.together(outcomes);
    }

    /** The identifiers with check digits, and whether the door found them right. */
    private static Map<String, Boolean> written(Movement movement, Fact fact) {
        Set<String> wrong = movement.events().stream()
                .filter(event -> event.event().equals(fact.content()))
                .flatMap(event -> event.warnings().stream())
                .filter(warning -> warning.code().equals("check-digit"))
                .map(EventWarning::pointer)
                .collect(Collectors.toSet());
        Map<String, Boolean> written = new TreeMap<>();
        for (int i = 0; i < fact.content().transport().containers().size(); i++) {
            written.put(
                    fact.content().transport().containers().get(i).value(),
                    !wrong.contains("/transport/containers/" + i));
        }
        for (int i = 0; i < fact.content().goods().size(); i++) {
            Goods goods = fact.content().goods().get(i);
            if (goods.casNumber() != null) {
                written.put(goods.casNumber().value(), !wrong.contains("/goods/" + i + "/casNumber"));
            }
        }
        return written;
    }

    private Found found(String value, Fact fact) {
        return new Found(
                value,
                Severity.LOW,
                Wording.sentence(code().value(), SentenceArgument.nominal("value", value)),
                null,
                SentenceArgument.nominal("identifier", value),
                List.of(fact.id()));
    }
}
