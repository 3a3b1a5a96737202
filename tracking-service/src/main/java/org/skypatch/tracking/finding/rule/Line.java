package org.skypatch.tracking.finding.rule;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.skypatch.contracts.customs.Goods;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.register.Catalogue;

/**
 * One line of goods, and the report that holds it.
 *
 * @param commodity what the goods are, if their codes tell
 */
public record Line(Fact fact, Goods goods, Optional<CommodityId> commodity) {

    /** The lines of these reports. */
    public static List<Line> of(Collection<Fact> facts, Catalogue catalogue) {
        return facts.stream()
                .flatMap(fact -> fact.content().goods().stream()
                        .map(goods -> new Line(
                                fact,
                                goods,
                                catalogue.resolve(
                                        goods, fact.content().occurredAt().toLocalDate()))))
                .toList();
    }

    /** What the country of dispatch says of the goods; where it says nothing, what the destination says. */
    public static List<Line> declared(Movement movement, Evidence evidence) {
        List<Fact> departures = movement.departures();
        return of(
                departures.isEmpty()
                        ? Stream.concat(movement.arrivals().stream(), movement.refusals().stream())
                                .toList()
                        : departures,
                evidence.catalogue());
    }

    /** Who rests on it. */
    public List<UUID> evidence() {
        return List.of(fact.id());
    }
}
