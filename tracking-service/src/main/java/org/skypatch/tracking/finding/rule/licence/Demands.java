package org.skypatch.tracking.finding.rule.licence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.skypatch.contracts.registry.RequirementFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Line;
import org.skypatch.tracking.finding.rule.Papers;
import org.skypatch.tracking.finding.rule.Settling;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.register.ScopeReach;
import org.skypatch.tracking.register.Versions;

/** What States along the way demand of a movement, direction by direction, and whether it is cited. */
final class Demands {

    private Demands() {}

    /** Judges every document that is demanded and that this rule is about. */
    static RuleOutcome assess(
            Movement movement, Evidence evidence, Predicate<RequirementFact> concerned, Missing missing) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        demanded(movement, evidence, (requirement, commodity, lines) -> {
            if (concerned.test(requirement)) {
                outcomes.add(assess(requirement, commodity, movement, lines, evidence, missing));
            }
        });
        return RuleOutcome.together(outcomes);
    }

    /** Every document that is demanded, and whether it is cited. */
    static List<RequiredDocument> documents(Movement movement, Evidence evidence) {
        List<RequiredDocument> documents = new ArrayList<>();
        demanded(movement, evidence, (requirement, commodity, lines) -> {
            ScopeReach reach = reach(requirement, commodity, lines);
            if (reach != ScopeReach.NOT_MEANT) {
                documents.add(new RequiredDocument(
                        requirement,
                        commodity,
                        reach == ScopeReach.MEANT,
                        isCited(requirement, commodity, movement, evidence)));
            }
        });
        return documents;
    }

    /** One document that a State demands for one commodity. */
    @FunctionalInterface
    private interface Demand {
        void of(RequirementFact requirement, CommodityId commodity, List<Line> lines);
    }

    private static void demanded(Movement movement, Evidence evidence, Demand demand) {
        demanded(movement.route().destination(), "import", movement, evidence, demand);
        movement.route().transit().forEach(state -> demanded(state, "transit", movement, evidence, demand));
        demanded(movement.route().dispatch(), "export", movement, evidence, demand);
    }

    /** What a rule makes of a document that is not cited. */
    @FunctionalInterface
    interface Missing {
        Found found(RequirementFact requirement, CommodityId commodity);
    }

    private static void demanded(
            CountryCode state, String direction, Movement movement, Evidence evidence, Demand demand) {
        LocalDate day = evidence.lawfulDay(movement);
        List<Line> lines = Line.declared(movement, evidence);
        for (CommodityId commodity : movement.commodities(evidence.catalogue())) {
            if (isNoTrade(movement, commodity, evidence)) {
                continue;
            }
            Set<CountryCode> standing = evidence.register().territories().standingFor(state, day);
            standing.stream()
                    .flatMap(
                            one -> evidence
                                    .register()
                                    .requirements()
                                    .inForce(one, direction, commodity, evidence.catalogue(), day)
                                    .stream())
                    .forEach(requirement -> demand.of(requirement, commodity, lines));
        }
    }

    /** Whether the ends lie in one union inside which the treaty that controls the commodity knows no trade. */
    static boolean isNoTrade(Movement movement, CommodityId commodity, Evidence evidence) {
        return evidence.catalogue().conventions(commodity).stream().anyMatch(convention -> evidence.register()
                .territories()
                .isNoTrade(
                        movement.route().dispatch(),
                        movement.route().destination(),
                        convention,
                        evidence.lawfulDay(movement)));
    }

    private static RuleOutcome assess(
            RequirementFact requirement,
            CommodityId commodity,
            Movement movement,
            List<Line> lines,
            Evidence evidence,
            Missing missing) {
        return switch (reach(requirement, commodity, lines)) {
            case NOT_MEANT -> RuleOutcome.notConcerned();
            case NOT_KNOWN ->
                isCited(requirement, commodity, movement, evidence) ? RuleOutcome.holds() : RuleOutcome.notKnown();
            case MEANT ->
                isCited(requirement, commodity, movement, evidence)
                        ? RuleOutcome.holds()
                        : RuleOutcome.from(
                                Settling.ofRegister(movement.facts(), evidence),
                                evidence.asOf(),
                                missing.found(requirement, commodity));
        };
    }

    private static ScopeReach reach(RequirementFact requirement, CommodityId commodity, List<Line> lines) {
        return lines.stream()
                .filter(line -> line.commodity().filter(commodity::equals).isPresent())
                .map(line -> ScopeReach.of(requirement.scope(), line.goods()))
                .min(Comparator.naturalOrder())
                .orElse(requirement.scope() == null ? ScopeReach.MEANT : ScopeReach.NOT_KNOWN);
    }

    private static boolean isCited(
            RequirementFact requirement, CommodityId commodity, Movement movement, Evidence evidence) {
        return switch (requirement.document()) {
            case "notification" ->
                movement.first(fact -> fact.content().references().notification())
                        .isPresent();
            case "consent" -> isConsented(requirement, movement, evidence);
            default ->
                movement.licences().stream()
                        .anyMatch(licence -> isByStateOf(requirement, licence, movement, evidence)
                                && maySatisfy(requirement, commodity, licence, evidence));
        };
    }

    /** A notification that the registry does not hold is taken as cited; one that it holds must have the State's consent. */
    private static boolean isConsented(RequirementFact requirement, Movement movement, Evidence evidence) {
        boolean isCited = movement.first(fact -> fact.content().references().notification())
                .isPresent();
        LocalDate day = evidence.lawfulDay(movement);
        return isCited
                && Papers.notification(movement, evidence)
                        .map(Versions::latest)
                        .map(notification -> requirement.state().equals(notification.exportCountry())
                                || notification.decisions().stream()
                                        .anyMatch(decision -> decision.country().equals(requirement.state())
                                                && Papers.isConsent(decision, day)))
                        .orElse(true);
    }

    private static boolean isByStateOf(
            RequirementFact requirement, LicenceNumber licence, Movement movement, Evidence evidence) {
        return licence.issuedBy().equals(CountryCode.EU)
                || evidence.register()
                        .territories()
                        .standsFor(licence.issuedBy(), requirement.state(), evidence.lawfulDay(movement));
    }

    /** An unknown number is judged as such alone; a known licence must be one for the direction and the commodity. */
    private static boolean maySatisfy(
            RequirementFact requirement, CommodityId commodity, LicenceNumber cited, Evidence evidence) {
        return evidence.licences()
                .find(cited)
                .map(licence -> licence.kind().label().equals(requirement.direction())
                        && licence.commodity().equals(commodity))
                .orElse(true);
    }
}
