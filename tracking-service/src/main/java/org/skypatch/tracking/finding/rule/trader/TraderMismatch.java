package org.skypatch.tracking.finding.rule.trader;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.skypatch.contracts.customs.NamedTrader;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.registry.LicenceKind;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Papers;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.movement.Part;
import org.skypatch.tracking.register.Versions;

/**
 * Finds that a licence or notification is used by somebody other than its holder.
 * Source: Montreal Protocol, Art. 4B; Basel Convention, Art. 6(1) and 9(1)(d); the licence of the issuing State.
 * Thresholds: none; an agent whom the licence names is accepted.
 * Innocent: an agent that is not yet entered, two numbers of one firm.
 */
public final class TraderMismatch implements Rule {

    private static final RuleCard CARD = RuleCard.breach(
                    "trader-mismatch", TradeElement.TRANSBOUNDARY_MOVEMENT, Severity.HIGH)
            .clearedBy("the declaration is amended to the holder, or the licence names the agent")
            .needing("the licence or notification is in the registry, and the report gives the trader's id");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        for (LicenceNumber cited : movement.licences()) {
            evidence.licences().at(cited, movement.startedAt()).ifPresent(licence -> {
                Part part = licence.kind() == LicenceKind.EXPORT ? Part.EXPORTER : Part.IMPORTER;
                Set<TraderId> allowed = new TreeSet<>(Set.of(licence.holder()));
                if (licence.agent() != null) {
                    allowed.add(licence.agent());
                }
                if (licence.kind() != LicenceKind.TRANSIT) {
                    outcomes.add(assess(cited.toString(), part, allowed, movement));
                }
            });
        }
        Papers.notification(movement, evidence)
                .map(Versions::latest)
                .ifPresent(notification -> outcomes.add(
                        assess(notification.number(), Part.EXPORTER, Set.of(notification.exporter()), movement)));
        return RuleOutcome.together(outcomes);
    }

    private RuleOutcome assess(String paper, Part part, Set<TraderId> allowed, Movement movement) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        for (Fact fact : movement.facts()) {
            TraderId id = movement.isReportedByParty(fact)
                    ? part.in(fact.content().traders()).map(NamedTrader::id).orElse(null)
                    : null;
            if (id != null) {
                outcomes.add(
                        allowed.contains(id)
                                ? RuleOutcome.holds()
                                : RuleOutcome.finding(found(paper, part, id, allowed, fact)));
            }
        }
        return outcomes.isEmpty() ? RuleOutcome.notKnown() : RuleOutcome.together(outcomes);
    }

    private Found found(String paper, Part part, TraderId id, Set<TraderId> allowed, Fact fact) {
        return new Found(
                paper,
                Severity.HIGH,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.nominal("paper", paper),
                        SentenceArgument.plain("part", part.label()),
                        SentenceArgument.nominal("trader", id)),
                SentenceArgument.nominal("trader", Wording.list(allowed)),
                SentenceArgument.nominal("trader", id),
                List.of(fact.id()));
    }
}
