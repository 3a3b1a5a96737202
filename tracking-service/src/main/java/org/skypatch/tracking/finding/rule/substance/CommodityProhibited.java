package org.skypatch.tracking.finding.rule.substance;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Line;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds goods that a State along the way has banned, or of which the treaty allows the State of import nothing any more.
 * Source: the State's own law, as recorded; the schedules of the Montreal Protocol, Art. 2A to 2J and 5 (high, virgin, bulk, no exempt use).
 * Thresholds: the day of departure; the use, condition and form that the prohibition means.
 * Innocent: an exempt use that was not declared, goods recovered or for destruction that were declared as virgin.
 */
public final class CommodityProhibited implements Rule {

    private static final RuleCard CARD = RuleCard.breach(
                    "commodity-prohibited", TradeElement.SUBSTANCE, Severity.HIGH, Severity.CRITICAL)
            .clearedBy("the prohibition or the declaration is corrected")
            .needing("the State has recorded its prohibition, and the goods declare what it asks for");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        RuleOutcome byLaw = Bans.assess(
                movement,
                evidence,
                ban -> ban.kind().equals("ban") && !Bans.isOfPackages(ban),
                (ban, line) -> Bans.found(code().value(), Severity.CRITICAL, ban, line));
        Set<String> banned = byLaw.findings().stream()
                .flatMap(found -> found.evidence().stream().map(report -> report + found.subject()))
                .collect(Collectors.toSet());
        return RuleOutcome.together(
                List.of(byLaw, PhaseOut.assess(movement, evidence, line -> isBanned(line, banned), this::found)));
    }

    /** Whether the State's own law, which is the graver finding, bans the line. */
    private static boolean isBanned(Line line, Set<String> banned) {
        String commodity = line.commodity().map(CommodityId::value).orElse("");
        return banned.stream()
                .anyMatch(one -> one.startsWith(line.fact().id().toString()) && one.endsWith(" " + commodity));
    }

    private Found found(Line line, CountryCode state, int since) {
        String commodity = line.commodity().map(CommodityId::value).orElse("");
        return new Found(
                state + " treaty " + commodity,
                Severity.HIGH,
                Wording.sentence(
                        code().value() + ".treaty",
                        SentenceArgument.plain("state", state),
                        SentenceArgument.plain("commodity", commodity),
                        SentenceArgument.plain("since", Integer.toString(since))),
                SentenceArgument.plain("percent", "0"),
                SentenceArgument.plain("commodity", commodity),
                line.evidence());
    }
}
