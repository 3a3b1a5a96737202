package org.skypatch.tracking.finding.rule.substance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Line;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.register.Parties;
import org.skypatch.tracking.register.ScopeReach;

/** What the schedules of the Montreal Protocol allow a Party nothing of any more. */
final class PhaseOut {

    private static final String STATUS = "montreal.nothingSince.";

    private PhaseOut() {}

    /** What a rule makes of goods that may not be imported. */
    @FunctionalInterface
    interface Forbidden {
        Found found(Line line, CountryCode state, int since);
    }

    static RuleOutcome assess(
            Movement movement, Evidence evidence, Predicate<Line> isBannedAnyway, Forbidden forbidden) {
        LocalDate day = evidence.lawfulDay(movement);
        CountryCode destination =
                evidence.register().territories().representing(movement.route().destination(), day);
        boolean isTrade = !evidence.register()
                .territories()
                .isNoTrade(movement.route().dispatch(), movement.route().destination(), Convention.MONTREAL, day);
        List<RuleOutcome> outcomes = new ArrayList<>();
        for (Line line : Line.declared(movement, evidence)) {
            CommodityId commodity = line.commodity().orElse(null);
            if (commodity == null || !isTrade || isBannedAnyway.test(line)) {
                continue;
            }
            since(commodity, destination, evidence)
                    .filter(year -> day.getYear() >= year)
                    .ifPresent(year -> outcomes.add(
                            switch (ScopeReach.of(ScopeReach.VIRGIN_IN_BULK, line.goods())) {
                                case NOT_MEANT -> RuleOutcome.holds();
                                case NOT_KNOWN -> RuleOutcome.notKnown();
                                case MEANT -> RuleOutcome.finding(forbidden.found(line, destination, year));
                            }));
        }
        return RuleOutcome.together(outcomes);
    }

    /** The first year in which the Party, bound for the group, is allowed nothing of it; the earliest of a blend's groups. */
    private static Optional<Integer> since(CommodityId commodity, CountryCode party, Evidence evidence) {
        Parties parties = evidence.register().parties();
        return evidence.catalogue().groups(commodity).stream()
                .filter(group -> parties.is(party, bindingTo(group)))
                .flatMap(group -> parties.status(party, STATUS + group).stream())
                .filter(year -> year.matches("[0-9]{4}"))
                .map(Integer::valueOf)
                .min(Integer::compare);
    }

    private static String bindingTo(String group) {
        return switch (group.charAt(0)) {
            case 'A' -> "montreal";
            case 'F' -> "montreal.kigali";
            default -> "montreal.amendmentsToBeijing";
        };
    }
}
