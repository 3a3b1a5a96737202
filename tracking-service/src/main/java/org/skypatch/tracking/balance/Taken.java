package org.skypatch.tracking.balance;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.customs.Goods;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.register.Catalogue;

/**
 * What a movement takes, line by line. What was released counts; before that what left. Seized goods stay drawn; what has
 * not arrived stays pending; goods that were refused, returned, lost or cancelled take nothing.
 *
 * @param drawn lines that arrived or were seized
 * @param pending lines that left and have not arrived
 * @param since the departure, or what stands for it where none is known
 */
record Taken(List<Line> drawn, List<Line> pending, @Nullable Fact since) {

    /**
     * One line of goods.
     *
     * @param commodity none if the catalogue does not know it
     * @param mass how much of it
     * @param at when that happened, by the reporter
     */
    record Line(@Nullable CommodityId commodity, Goods goods, Mass mass, OffsetDateTime at) {}

    private static final Taken NOTHING = new Taken(List.of(), List.of(), null);

    static Taken of(Movement movement, Catalogue catalogue) {
        List<Fact> departures = movement.departures();
        List<Fact> arrivals = movement.arrivals().isEmpty() ? received(movement) : movement.arrivals();
        Fact since = Stream.concat(departures.stream(), arrivals.stream())
                .findFirst()
                .orElse(null);
        if (since == null) {
            return NOTHING;
        }
        List<Line> left = lines(departures, catalogue);
        if (!arrivals.isEmpty()) {
            List<Line> arrived = lines(arrivals, catalogue);
            boolean isPart = !movement.arrivals().isEmpty() && !movement.hasArrivedWhole();
            return new Taken(arrived, isPart ? rest(left, arrivals, catalogue) : List.of(), since);
        }
        if (!movement.seizures().isEmpty()) {
            return new Taken(left, List.of(), since);
        }
        boolean isGivenBack = Stream.of(movement.refusals(), movement.returns(), movement.losses())
                .anyMatch(reports -> !reports.isEmpty());
        return isGivenBack ? NOTHING : new Taken(List.of(), left, since);
    }

    /** Waste that the facility's State says was received. */
    private static List<Fact> received(Movement movement) {
        return movement.facts().stream()
                .filter(fact -> fact.type() == CustomsEventType.WASTE_RECEIVED
                        && fact.isReportedBy(movement.route().destination()))
                .toList();
    }

    private static List<Line> lines(Collection<Fact> facts, Catalogue catalogue) {
        return facts.stream()
                .flatMap(fact -> fact.content().goods().stream()
                        .map(goods -> new Line(
                                catalogue
                                        .resolve(
                                                goods,
                                                fact.content().occurredAt().toLocalDate())
                                        .orElse(null),
                                goods,
                                released(goods),
                                fact.content().occurredAt())))
                .toList();
    }

    private static Mass released(Goods goods) {
        return Optional.ofNullable(goods.acceptedMassKg()).orElseGet(goods::netMassKg);
    }

    /** What left and was not found yet, neither accepted nor rejected, commodity by commodity. */
    private static List<Line> rest(List<Line> left, List<Fact> arrivals, Catalogue catalogue) {
        Map<Optional<CommodityId>, Mass> found = new HashMap<>();
        for (Fact arrival : arrivals) {
            for (Goods goods : arrival.content().goods()) {
                Mass rejected = Optional.ofNullable(goods.rejectedMassKg()).orElse(Mass.ZERO);
                found.merge(
                        catalogue.resolve(goods, arrival.content().occurredAt().toLocalDate()),
                        released(goods).plus(rejected),
                        Mass::plus);
            }
        }
        List<Line> rest = new ArrayList<>();
        for (Line line : left) {
            Optional<CommodityId> commodity = Optional.ofNullable(line.commodity());
            Mass known = found.getOrDefault(commodity, Mass.ZERO);
            Mass here =
                    Stream.of(known, line.mass()).min(Comparator.naturalOrder()).orElse(Mass.ZERO);
            found.put(commodity, known.differenceFrom(here));
            if (here.isLessThan(line.mass())) {
                rest.add(new Line(line.commodity(), line.goods(), line.mass().differenceFrom(here), line.at()));
            }
        }
        return rest;
    }
}
