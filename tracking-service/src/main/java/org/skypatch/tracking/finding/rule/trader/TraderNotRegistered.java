package org.skypatch.tracking.finding.rule.trader;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.skypatch.contracts.customs.NamedTrader;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.registry.Registration;
import org.skypatch.contracts.registry.TraderFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Line;
import org.skypatch.tracking.finding.rule.Papers;
import org.skypatch.tracking.finding.rule.Settling;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.movement.Part;
import org.skypatch.tracking.register.Law;
import org.skypatch.tracking.register.Versions;

/**
 * Finds a trader that is not in the complete register of its country for the commodity, or whose registration had ended or was withdrawn.
 * Source: Montreal Protocol, Art. 4B and decision XVII/16 (registers of importers and exporters); national law.
 * Thresholds: 60 seconds of settling for the registry; for waste the parties of the notification stand for registration.
 * Innocent: an agent that declares in its own name, a registration under another number of the same firm.
 */
public final class TraderNotRegistered implements Rule {

    private static final RuleCard CARD = RuleCard.indicator(
                    "trader-not-registered", TradeElement.TRANSBOUNDARY_MOVEMENT, Severity.HIGH)
            .clearedBy("the trader is registered for the day, or the declaration amended")
            .needing(
                    "the trader's country shares its traders for the commodity as complete, and the report gives the trader's id");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        for (Line line : Line.declared(movement, evidence)) {
            line.commodity().filter(evidence.catalogue()::isControlled).ifPresent(commodity -> movement.facts().stream()
                    .filter(movement::isReportedByParty)
                    .forEach(fact -> parts(commodity, evidence)
                            .forEach(part -> part.in(fact.content().traders())
                                    .ifPresent(trader ->
                                            outcomes.add(assess(part, trader, fact, commodity, movement, evidence))))));
        }
        return RuleOutcome.together(outcomes);
    }

    /** Carriers and facilities are registered for waste only. */
    private static List<Part> parts(CommodityId commodity, Evidence evidence) {
        return isWaste(commodity, evidence)
                ? List.of(Part.values())
                : List.of(Part.EXPORTER, Part.IMPORTER, Part.GENERATOR);
    }

    private static boolean isWaste(CommodityId commodity, Evidence evidence) {
        return evidence.catalogue().conventions(commodity).contains(Convention.BASEL);
    }

    private RuleOutcome assess(
            Part part, NamedTrader trader, Fact fact, CommodityId commodity, Movement movement, Evidence evidence) {
        TraderId id = trader.id();
        CountryCode country = part.country(trader, fact.content().route()).orElse(null);
        if (id == null || country == null) {
            return RuleOutcome.notKnown();
        }
        if (isWaste(commodity, evidence)) {
            return isPartyOfNotification(id, movement, evidence) ? RuleOutcome.holds() : RuleOutcome.notKnown();
        }
        if (!evidence.isComplete(country, "traders", commodity, movement)) {
            return RuleOutcome.notKnown();
        }
        boolean isRegistered = evidence.cited()
                .trader(country, id)
                .map(record -> isRegistered(record, commodity, movement, evidence))
                .orElse(false);
        return isRegistered
                ? RuleOutcome.holds()
                : RuleOutcome.from(
                        Settling.ofRegister(List.of(fact), evidence),
                        evidence.asOf(),
                        found(part, country, id, commodity, fact));
    }

    private static boolean isPartyOfNotification(TraderId id, Movement movement, Evidence evidence) {
        return Papers.notification(movement, evidence)
                .map(Versions::latest)
                .filter(notification -> id.equals(notification.exporter())
                        || id.equals(notification.facility())
                        || notification.generators().contains(id)
                        || notification.carriers().contains(id))
                .isPresent();
    }

    private static boolean isRegistered(
            Versions<TraderFact> record, CommodityId commodity, Movement movement, Evidence evidence) {
        LocalDate day = evidence.lawfulDay(movement);
        boolean isWithdrawn = record.at(movement.startedAt())
                .map(TraderFact::standing)
                .filter(standing -> !standing.equals("good"))
                .isPresent();
        return !isWithdrawn
                && record.latest().registrations().stream()
                        .anyMatch(one -> !day.isBefore(one.from())
                                && (one.until() == null || !day.isAfter(one.until()))
                                && isFor(one, commodity, evidence));
    }

    private static boolean isFor(Registration registration, CommodityId commodity, Evidence evidence) {
        return registration.commodity() == null && registration.group() == null
                || Law.speaksOf(registration.commodity(), registration.group(), null, commodity, evidence.catalogue());
    }

    private Found found(Part part, CountryCode country, TraderId id, CommodityId commodity, Fact fact) {
        String trader = country + "/" + id;
        Found found = new Found(
                trader,
                Severity.HIGH,
                Wording.sentence(
                        code().value(),
                        SentenceArgument.nominal("trader", trader),
                        SentenceArgument.plain("part", part.label()),
                        SentenceArgument.plain("country", country),
                        SentenceArgument.plain("commodity", commodity)),
                null,
                SentenceArgument.nominal("trader", trader),
                List.of(fact.id()));
        return switch (part) {
            case EXPORTER, IMPORTER -> found;
            case GENERATOR -> found.of(TradeElement.GENERATION);
            case CARRIER -> found.of(TradeElement.TRANSPORT);
            case FACILITY -> found.of(TradeElement.DISPOSAL);
        };
    }
}
