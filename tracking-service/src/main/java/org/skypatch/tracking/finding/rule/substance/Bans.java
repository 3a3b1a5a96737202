package org.skypatch.tracking.finding.rule.substance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.registry.ProhibitionFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Line;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.register.Law;
import org.skypatch.tracking.register.ScopeReach;

/** What States along the way have banned, and which lines of goods that means. */
final class Bans {

    private Bans() {}

    /**
     * Judges every prohibition that speaks of a line.
     *
     * @param concerned which prohibitions the rule is about
     */
    static RuleOutcome assess(
            Movement movement,
            Evidence evidence,
            Predicate<ProhibitionFact> concerned,
            BiFunction<ProhibitionFact, Line, Found> found) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        LocalDate day = evidence.lawfulDay(movement);
        for (Line line : Line.declared(movement, evidence)) {
            line.commodity()
                    .filter(commodity -> !isNoTrade(movement, commodity, evidence))
                    .ifPresent(commodity -> {
                        in(movement.route().destination(), "import", commodity, day, evidence, concerned)
                                .forEach(ban -> outcomes.add(assess(ban, line, found)));
                        movement.route().transit().forEach(state -> in(
                                        state, "transit", commodity, day, evidence, concerned)
                                .forEach(ban -> outcomes.add(assess(ban, line, found))));
                        in(movement.route().dispatch(), "export", commodity, day, evidence, concerned)
                                .forEach(ban -> outcomes.add(assess(ban, line, found)));
                    });
        }
        return RuleOutcome.together(outcomes);
    }

    private static Stream<ProhibitionFact> in(
            CountryCode state,
            String direction,
            CommodityId commodity,
            LocalDate day,
            Evidence evidence,
            Predicate<ProhibitionFact> concerned) {
        return evidence.register().territories().standingFor(state, day).stream()
                .flatMap(one -> evidence.register().law().prohibitions().on(day, one))
                .filter(ban -> ban.direction().equals(direction) && concerned.test(ban))
                .filter(ban ->
                        Law.speaksOf(ban.commodity(), ban.group(), ban.convention(), commodity, evidence.catalogue()));
    }

    private static RuleOutcome assess(ProhibitionFact ban, Line line, BiFunction<ProhibitionFact, Line, Found> found) {
        return switch (ScopeReach.of(ban.scope(), line.goods())) {
            case NOT_MEANT -> RuleOutcome.holds();
            case NOT_KNOWN -> RuleOutcome.notKnown();
            case MEANT -> RuleOutcome.finding(found.apply(ban, line));
        };
    }

    private static boolean isNoTrade(Movement movement, CommodityId commodity, Evidence evidence) {
        return evidence.catalogue().conventions(commodity).stream().anyMatch(convention -> evidence.register()
                .territories()
                .isNoTrade(
                        movement.route().dispatch(),
                        movement.route().destination(),
                        convention,
                        evidence.lawfulDay(movement)));
    }

    /** What a rule finds on a line that a State has banned. */
    static Found found(String code, Severity severity, ProhibitionFact ban, Line line) {
        String commodity = line.commodity().map(CommodityId::value).orElse("");
        return new Found(
                ban.state() + " " + ban.id() + " " + commodity,
                severity,
                Wording.sentence(
                        code,
                        SentenceArgument.plain("state", ban.state()),
                        SentenceArgument.plain("direction", ban.direction()),
                        SentenceArgument.plain("commodity", commodity),
                        SentenceArgument.plain("from", ban.from()),
                        SentenceArgument.plain("basis", ban.legalBasis())),
                null,
                SentenceArgument.plain("commodity", commodity),
                line.evidence());
    }

    /** Whether the ban is about how the goods are packed. */
    static boolean isOfPackages(ProhibitionFact ban) {
        return ban.scope() != null && !ban.scope().packageKinds().isEmpty();
    }
}
