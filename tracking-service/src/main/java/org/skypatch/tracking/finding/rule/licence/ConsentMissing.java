package org.skypatch.tracking.finding.rule.licence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.registry.RequirementFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.register.Catalogue;

/**
 * Finds that a document which a State demands for the commodity is not cited.
 * Source: the requirement's own legal basis; Montreal Protocol, Art. 4B; Basel Convention, Art. 6 and 9(1)(a).
 * Thresholds: 60 seconds of settling for the registry; a licence cited with a wrong number is judged by licence-unknown alone.
 * Innocent: a document that the other border cites later, an exemption that the requirement does not name.
 */
public final class ConsentMissing implements Rule {

    private static final RuleCard CARD = RuleCard.breach(
                    "consent-missing", TradeElement.TRANSBOUNDARY_MOVEMENT, Severity.HIGH, Severity.CRITICAL)
            .clearedBy("either border cites the document")
            .needing("the State has recorded what it demands of such goods");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        demanded(movement.route().destination(), "import", movement, evidence, outcomes);
        movement.route().transit().forEach(state -> demanded(state, "transit", movement, evidence, outcomes));
        demanded(movement.route().dispatch(), "export", movement, evidence, outcomes);
        return RuleOutcome.together(outcomes);
    }

    private void demanded(
            CountryCode state, String direction, Movement movement, Evidence evidence, List<RuleOutcome> outcomes) {
        Catalogue catalogue = evidence.catalogue();
        for (CommodityId commodity : movement.commodities(catalogue)) {
            evidence
                    .register()
                    .requirements()
                    .inForce(state, direction, commodity, catalogue, evidence.lawfulDay(movement))
                    .stream()
                    .filter(requirement -> !requirement.document().equals("export-licence"))
                    .forEach(requirement -> outcomes.add(assess(requirement, commodity, movement, evidence)));
        }
    }

    private RuleOutcome assess(
            RequirementFact requirement, CommodityId commodity, Movement movement, Evidence evidence) {
        if (isCited(requirement, movement)) {
            return RuleOutcome.holds();
        }
        Instant settled = movement.facts().stream()
                .map(Fact::recordedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH)
                .plus(evidence.thresholds().settlingOfRegister());
        Set<Convention> conventions = evidence.catalogue().conventions(commodity);
        Found found = new Found(
                requirement.state() + " " + requirement.document() + " " + commodity,
                conventions.contains(Convention.BASEL) ? Severity.CRITICAL : Severity.HIGH,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.plain("state", requirement.state()),
                        SentenceArgument.plain("document", requirement.document()),
                        SentenceArgument.plain("commodity", commodity),
                        SentenceArgument.plain("basis", requirement.legalBasis())),
                SentenceArgument.plain("document", requirement.document()),
                null,
                movement.facts().stream().map(Fact::id).toList());
        return RuleOutcome.from(settled, evidence.asOf(), found);
    }

    private static boolean isCited(RequirementFact requirement, Movement movement) {
        return switch (requirement.document()) {
            case "notification", "consent" ->
                movement.first(fact -> fact.content().references().notification())
                        .isPresent();
            default ->
                movement.licences().stream()
                        .anyMatch(licence -> licence.issuedBy().equals(requirement.state())
                                || licence.issuedBy().equals(CountryCode.EU));
        };
    }
}
