package org.skypatch.tracking.finding.rule.licence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import org.skypatch.tracking.finding.rule.Line;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.register.ScopeReach;

/**
 * Finds goods declared for another use, in another condition or in another form than the cited licence permits.
 * Source: Montreal Protocol, Art. 4B; the licence of the issuing State.
 * Thresholds: none; the three are compared word for word.
 * Innocent: a use that the licensing State counts within the licensed one, a line of other goods under the same declaration.
 */
public final class LicenceOtherUse implements Rule {

    private static final RuleCard CARD = RuleCard.breach(
                    "licence-other-use", TradeElement.TRANSBOUNDARY_MOVEMENT, Severity.HIGH)
            .clearedBy("the declaration is amended, or a licence for that use is cited")
            .needing("the licence says for what it is, and the declaration does too");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        List<Line> lines = Line.declared(movement, evidence);
        for (LicenceNumber cited : movement.licences()) {
            evidence.licences().at(cited, movement.startedAt()).ifPresent(licence -> lines.stream()
                    .filter(line ->
                            line.commodity().filter(licence.commodity()::equals).isPresent())
                    .forEach(line -> {
                        Goods goods = line.goods();
                        outcomes.add(compare(cited, line, "use", licence.intendedUse(), goods.intendedUse()));
                        outcomes.add(compare(cited, line, "condition", licence.condition(), goods.condition()));
                        outcomes.add(compare(cited, line, "form", licence.form(), ScopeReach.formOf(goods)));
                    }));
        }
        return RuleOutcome.together(outcomes);
    }

    private RuleOutcome compare(
            LicenceNumber cited, Line line, String what, @Nullable String licensed, @Nullable String declared) {
        if (licensed == null) {
            return RuleOutcome.holds();
        }
        if (declared == null || declared.equals("not-stated")) {
            return RuleOutcome.notKnown();
        }
        if (licensed.equals(declared)) {
            return RuleOutcome.holds();
        }
        Found found = new Found(
                cited + " " + what,
                Severity.HIGH,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.nominal("licence", cited),
                        SentenceArgument.plain("what", what),
                        SentenceArgument.plain("licensed", licensed),
                        SentenceArgument.plain("declared", declared)),
                SentenceArgument.plain(what, licensed),
                SentenceArgument.plain(what, declared),
                line.evidence());
        return RuleOutcome.finding(what.equals("use") ? found.of(TradeElement.USE) : found);
    }
}
