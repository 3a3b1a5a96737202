package org.skypatch.tracking.finding.rule.waste;

import java.time.LocalDate;
import java.util.List;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Line;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.register.Parties;

/**
 * Finds hazardous waste that leaves a State of Annex VII, bound by the Ban Amendment, for a State outside Annex VII.
 * Source: Basel Convention, Art. 4A (in force since 2019-12-05); D operations any hazardous waste, R operations waste of Art. 1(1)(a).
 * Thresholds: 2019-12-05, or the later day on which the State of export became bound; never Y46 to Y49, never mere transit.
 * Innocent: waste that tests show not to be hazardous, goods for reuse that are no waste.
 */
public final class BaselBan implements Rule {

    private static final RuleCard CARD = RuleCard.breach(
                    "basel-ban", TradeElement.TRANSBOUNDARY_MOVEMENT, Severity.CRITICAL)
            .clearedBy("an amendment of the route or of the waste")
            .needing("the status of both States under Annex VII and the Ban Amendment is known");

    @Override
    public RuleCard card() {
        return CARD;
    }

    private static final LocalDate IN_FORCE = LocalDate.of(2019, 12, 5);

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        LocalDate day = evidence.lawfulDay(movement);
        List<Line> hazardous = Waste.of(movement, evidence).stream()
                .filter(Waste::isHazardous)
                .filter(BaselBan::isBanned)
                .toList();
        if (hazardous.isEmpty() || day.isBefore(IN_FORCE)) {
            return RuleOutcome.notConcerned();
        }
        Parties parties = evidence.register().parties();
        CountryCode from = representing(movement.route().dispatch(), evidence, day);
        CountryCode to = representing(movement.route().destination(), evidence, day);
        boolean isFree = parties.isNot(from, "basel.annexVii")
                || parties.isNot(from, "basel.banAmendment")
                || parties.is(to, "basel.annexVii")
                || parties.status(from, "basel.banAmendmentFrom")
                        .filter(since -> day.isBefore(LocalDate.parse(since)))
                        .isPresent();
        if (isFree) {
            return RuleOutcome.holds();
        }
        boolean isCertain = parties.is(from, "basel.annexVii")
                && parties.is(from, "basel.banAmendment")
                && parties.isNot(to, "basel.annexVii");
        if (!isCertain) {
            return RuleOutcome.notKnown();
        }
        return RuleOutcome.together(hazardous.stream()
                .map(line -> RuleOutcome.finding(found(movement, line)))
                .toList());
    }

    private static CountryCode representing(CountryCode country, Evidence evidence, LocalDate day) {
        return evidence.register().territories().representing(country, day);
    }

    /** For recovery only what Annex I and III make hazardous, not what a national law alone does. */
    private static boolean isBanned(Line line) {
        String operation = line.goods().operation();
        boolean isRecovery = operation != null && operation.startsWith("R");
        return !isRecovery || !"national".equals(line.goods().hazardousBy());
    }

    private Found found(Movement movement, Line line) {
        String codes = String.join(", ", Waste.codes(line));
        return new Found(
                codes,
                Severity.CRITICAL,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.plain("waste", codes),
                        SentenceArgument.plain("dispatch", movement.route().dispatch()),
                        SentenceArgument.plain("destination", movement.route().destination())),
                null,
                SentenceArgument.plain("waste", codes),
                line.evidence());
    }
}
