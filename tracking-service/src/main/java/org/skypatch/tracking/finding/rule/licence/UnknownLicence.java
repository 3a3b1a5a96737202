package org.skypatch.tracking.finding.rule.licence;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.skypatch.contracts.customs.NamedTrader;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.movement.Part;
import org.skypatch.tracking.register.Licences;

/**
 * A cited licence that is not in the complete register of its issuer.
 *
 * @param meant the genuine licence that it seems to be altered from, if there is one
 */
record UnknownLicence(LicenceNumber cited, Optional<LicenceFact> meant, int edits) {

    /** What the register says of a cited number: nothing if it holds it, or is not complete. */
    static RuleOutcome assess(
            LicenceNumber cited, Movement movement, Evidence evidence, Function<UnknownLicence, RuleOutcome> unknown) {
        if (evidence.licences().find(cited).isPresent()) {
            return RuleOutcome.holds();
        }
        Set<CommodityId> commodities = movement.commodities(evidence.catalogue());
        boolean isComplete = !commodities.isEmpty()
                && commodities.stream()
                        .allMatch(commodity -> evidence.isComplete(cited.issuedBy(), "licences", commodity, movement));
        return isComplete ? unknown.apply(of(cited, movement, evidence)) : RuleOutcome.notKnown();
    }

    private static UnknownLicence of(LicenceNumber cited, Movement movement, Evidence evidence) {
        String written = Licences.folded(cited);
        int most = evidence.thresholds().signs().nearMissEdits();
        Set<CommodityId> commodities = movement.commodities(evidence.catalogue());
        Set<TraderId> traders = movement.facts().stream()
                .filter(movement::isReportedByParty)
                .flatMap(fact -> Stream.of(Part.EXPORTER, Part.IMPORTER)
                        .flatMap(part -> part.in(fact.content().traders()).stream()))
                .map(NamedTrader::id)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        Optional<LicenceFact> meant = evidence.licences().like(cited, most).stream()
                .filter(licence -> traders.contains(licence.holder())
                        || licence.counterpart() != null && traders.contains(licence.counterpart())
                        || commodities.contains(licence.commodity()))
                .min(Comparator.comparing(
                        (LicenceFact licence) -> distance.apply(Licences.folded(Licences.number(licence)), written)));
        return new UnknownLicence(
                cited,
                meant,
                meant.map(licence -> distance.apply(Licences.folded(Licences.number(licence)), written))
                        .orElse(0));
    }
}
