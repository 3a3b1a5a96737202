package org.skypatch.tracking.finding.rule.journey;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.skypatch.contracts.customs.NamedTrader;
import org.skypatch.contracts.customs.Transport;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.registry.WatchlistFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.rule.Wording;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.movement.Part;
import org.skypatch.tracking.movement.ReferenceKey;

/**
 * Finds a trader, container, vessel or facility that a country which sees the movement keeps an eye on.
 * Source: the watch list of its owner. Only the owner and those it shares the entry with know of the finding.
 * Thresholds: names from a Jaro-Winkler likeness of 0.92 on; ids and numbers exactly, without blanks.
 * Innocent: another firm of the same name, a container or ship that changed hands.
 */
public final class WatchlistHit implements Rule {

    private static final RuleCard CARD = RuleCard.indicator("watchlist-hit", null, Severity.HIGH)
            .clearedBy("the entry ends or is taken back, or the declaration is amended")
            .needing("a country that sees the movement has the entry on its list");

    @Override
    public RuleCard card() {
        return CARD;
    }

    private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        List<WatchlistFact> entries = evidence.register()
                .law()
                .watchlist()
                .on(evidence.lawfulDay(movement))
                .filter(entry -> movement.audience().contains(entry.owner()))
                .toList();
        if (entries.isEmpty()) {
            return RuleOutcome.notConcerned();
        }
        double likeness = evidence.thresholds().signs().nameLikeness().doubleValue();
        return RuleOutcome.together(
                entries.stream().map(entry -> assess(entry, movement, likeness)).toList());
    }

    private RuleOutcome assess(WatchlistFact entry, Movement movement, double likeness) {
        List<Fact> hits = movement.facts().stream()
                .filter(fact -> isHit(entry, fact, likeness))
                .toList();
        return hits.isEmpty() ? RuleOutcome.holds() : RuleOutcome.finding(found(entry, movement, hits));
    }

    private static boolean isHit(WatchlistFact entry, Fact fact, double likeness) {
        String wanted = ReferenceKey.folded(entry.value());
        Transport transport = fact.content().transport();
        return switch (entry.kind()) {
            case "container" ->
                transport.containers().stream().anyMatch(container -> ReferenceKey.folded(container.value())
                        .equals(wanted));
            case "vessel" ->
                transport.vesselImo() != null
                        && ReferenceKey.folded(transport.vesselImo())
                                .replaceFirst("^IMO", "")
                                .equals(wanted.replaceFirst("^IMO", ""));
            case "facility" -> named(fact, List.of(Part.FACILITY), entry, likeness);
            default -> named(fact, List.of(Part.values()), entry, likeness);
        };
    }

    private static boolean named(Fact fact, List<Part> parts, WatchlistFact entry, double likeness) {
        return parts.stream()
                .flatMap(part -> part.in(fact.content().traders()).stream())
                .anyMatch(trader -> is(trader, entry.value(), likeness));
    }

    private static boolean is(NamedTrader trader, String wanted, double likeness) {
        boolean sameId =
                trader.id() != null && ReferenceKey.folded(trader.id().value()).equals(ReferenceKey.folded(wanted));
        return sameId || trader.name() != null && LIKENESS.apply(letters(trader.name()), letters(wanted)) >= likeness;
    }

    private static String letters(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private Found found(WatchlistFact entry, Movement movement, List<Fact> hits) {
        Set<CountryCode> mayKnow = new TreeSet<>(entry.sharedWith());
        mayKnow.retainAll(movement.audience());
        mayKnow.add(entry.owner());
        return new Found(
                        entry.owner() + " " + entry.id(),
                        Severity.HIGH,
                        Wording.sentence(
                                code().value(),
                                SentenceArgument.plain("kind", entry.kind()),
                                SentenceArgument.nominal("value", entry.value()),
                                SentenceArgument.plain("owner", entry.owner()),
                                SentenceArgument.nominal("reason", entry.reason())),
                        null,
                        SentenceArgument.nominal(entry.kind(), entry.value()),
                        hits.stream().map(Fact::id).toList())
                .onlyFor(mayKnow);
    }
}
