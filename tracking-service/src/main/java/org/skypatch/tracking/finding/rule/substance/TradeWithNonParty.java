package org.skypatch.tracking.finding.rule.substance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.registry.AgreementFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.WasteCode;
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
 * Finds trade in a controlled substance or waste with a State that is no Party, or not bound for that group.
 * Source: Montreal Protocol, Art. 4 (A 1990, B 1993, C-II 1995, E 2000, C-III 2003, C-I 2004, for Article 5 Parties 2013, F 2033); Basel Convention, Art. 4(5) and 11.
 * Thresholds: those days; for waste none, unless an agreement of Art. 11 covers States, waste and operation.
 * Innocent: a State that a Meeting of the Parties found in compliance (Art. 4(8)), a ratification not yet on record.
 */
public final class TradeWithNonParty implements Rule {

    private static final RuleCard CARD = RuleCard.breach(
                    "trade-with-non-party", TradeElement.TRANSBOUNDARY_MOVEMENT, Severity.CRITICAL)
            .clearedBy("the Party's status, or an agreement, is recorded for the day")
            .needing("the status of both States is known");

    @Override
    public RuleCard card() {
        return CARD;
    }

    private record Ban(String status, LocalDate since) {}

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        LocalDate day = evidence.lawfulDay(movement);
        List<CountryCode> ends = List.of(
                evidence.register().territories().representing(movement.route().dispatch(), day),
                evidence.register().territories().representing(movement.route().destination(), day));
        for (Line line : Line.declared(movement, evidence)) {
            CommodityId commodity = line.commodity().orElse(null);
            if (commodity == null) {
                continue;
            }
            for (CountryCode end : ends) {
                for (Ban ban : bans(commodity, end, day, evidence)) {
                    outcomes.add(assess(ban, end, movement, line, evidence));
                }
            }
        }
        return RuleOutcome.together(outcomes);
    }

    /** What a State must be bound by, so that trade with it is allowed. */
    private static List<Ban> bans(CommodityId commodity, CountryCode end, LocalDate day, Evidence evidence) {
        Set<Ban> bans = new LinkedHashSet<>();
        Set<Convention> conventions = evidence.catalogue().conventions(commodity);
        if (conventions.contains(Convention.MONTREAL)) {
            boolean isArticle5 = evidence.register().parties().is(end, "montreal.article5");
            evidence.catalogue().groups(commodity).forEach(group -> bans.add(ofGroup(group, isArticle5)));
        }
        if (conventions.contains(Convention.BASEL)) {
            bans.add(new Ban("basel", LocalDate.of(1992, 5, 5)));
        }
        return bans.stream().filter(ban -> !day.isBefore(ban.since())).toList();
    }

    private static Ban ofGroup(String group, boolean isArticle5) {
        return switch (group) {
            case "C-I" -> new Ban("montreal.amendmentsToBeijing", LocalDate.of(isArticle5 ? 2013 : 2004, 1, 1));
            case "C-II" -> new Ban("montreal", LocalDate.of(1995, 1, 1));
            case "C-III" -> new Ban("montreal", LocalDate.of(2003, 1, 1));
            case "E-I" -> new Ban("montreal", LocalDate.of(2000, 1, 1));
            case "B-I", "B-II", "B-III" -> new Ban("montreal", LocalDate.of(1993, 1, 1));
            case "F-I", "F-II" -> new Ban("montreal.kigali", LocalDate.of(2033, 1, 1));
            default -> new Ban("montreal", LocalDate.of(1990, 1, 1));
        };
    }

    private RuleOutcome assess(Ban ban, CountryCode end, Movement movement, Line line, Evidence evidence) {
        Parties parties = evidence.register().parties();
        if (parties.is(end, ban.status())) {
            return RuleOutcome.holds();
        }
        if (!parties.isNot(end, ban.status())) {
            return RuleOutcome.notKnown();
        }
        if (ban.status().equals("basel") && isUnderAgreement(movement, line, evidence)) {
            return RuleOutcome.holds();
        }
        return RuleOutcome.finding(new Found(
                end + " " + line.commodity().map(CommodityId::value).orElse(""),
                Severity.CRITICAL,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.plain("state", end),
                        SentenceArgument.plain(
                                "commodity",
                                line.commodity().map(CommodityId::value).orElse("")),
                        SentenceArgument.plain("since", ban.since())),
                null,
                SentenceArgument.plain("state", end),
                line.evidence()));
    }

    private static boolean isUnderAgreement(Movement movement, Line line, Evidence evidence) {
        CountryCode from = movement.route().dispatch();
        CountryCode to = movement.route().destination();
        return evidence.register()
                .law()
                .agreements()
                .on(evidence.lawfulDay(movement))
                .anyMatch(agreement -> agreement.exportStates().contains(from)
                        && agreement.importStates().contains(to)
                        && covers(agreement, line));
    }

    private static boolean covers(AgreementFact agreement, Line line) {
        Set<String> codes = Stream.concat(
                        line.goods().wasteCodes().stream().map(WasteCode::value),
                        line.commodity().stream().map(CommodityId::value))
                .map(code -> code.toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        boolean wastes = agreement.wasteCodes().isEmpty()
                || agreement.wasteCodes().stream()
                        .anyMatch(code -> codes.contains(code.value().toUpperCase(Locale.ROOT)));
        boolean operations = agreement.operations().isEmpty()
                || agreement.operations().contains(String.valueOf(line.goods().operation()));
        return wastes && operations;
    }
}
