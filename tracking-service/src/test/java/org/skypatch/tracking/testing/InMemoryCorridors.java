package org.skypatch.tracking.testing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.skypatch.tracking.corridor.Corridor;
import org.skypatch.tracking.corridor.Trade;
import org.skypatch.tracking.corridor.TransitTime;
import org.skypatch.tracking.corridor.UsualPrice;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.process.CorridorRecords;
import org.skypatch.tracking.register.Catalogue;

/** Transit times and prices without a database: learned from the movements as they stand. */
public final class InMemoryCorridors implements CorridorRecords {

    private final Supplier<Stream<Movement>> movements;
    private final Catalogue catalogue;
    private final List<TransitTime> learned = new ArrayList<>();
    private final Map<Trade, List<UsualPrice>> prices = new HashMap<>();
    private final Set<YearMonth> taken = new HashSet<>();

    public InMemoryCorridors(Supplier<Stream<Movement>> movements, Catalogue catalogue) {
        this.movements = movements;
        this.catalogue = catalogue;
    }

    @Override
    public List<TransitTime> of(Collection<Corridor> corridors) {
        return learned.stream()
                .filter(time -> corridors.contains(time.corridor()))
                .toList();
    }

    @Override
    public boolean claim(YearMonth month, Instant at) {
        return taken.add(month);
    }

    @Override
    public Map<Corridor, List<Duration>> journeys(Instant from, Instant before) {
        Map<Corridor, List<Duration>> journeys = new HashMap<>();
        movements.get().forEach(movement -> movement.arrivals().stream()
                .findFirst()
                .filter(arrival -> isWithin(arrival.occurredAt(), from, before))
                .ifPresent(arrival -> Corridor.of(movement).ifPresent(corridor -> movement.departure()
                        .map(departure -> Duration.between(departure.occurredAt(), arrival.occurredAt()))
                        .filter(time -> !time.isNegative())
                        .ifPresent(time -> journeys.computeIfAbsent(corridor, none -> new ArrayList<>())
                                .add(time)))));
        return journeys;
    }

    private static boolean isWithin(Instant at, Instant from, Instant before) {
        return !at.isBefore(from) && at.isBefore(before);
    }

    @Override
    public void save(List<TransitTime> times) {
        learned.addAll(times);
    }

    @Override
    public List<UsualPrice> pricesOf(Collection<Trade> trades) {
        return trades.stream()
                .flatMap(trade -> prices.getOrDefault(trade, List.of()).stream())
                .toList();
    }

    @Override
    public Map<Trade, List<BigDecimal>> prices(Instant from, Instant before) {
        Map<Trade, List<BigDecimal>> paid = new HashMap<>();
        movements
                .get()
                .filter(movement -> movement.departure()
                        .filter(departure -> isWithin(departure.occurredAt(), from, before))
                        .isPresent())
                .forEach(movement -> Trade.pricesOf(movement, catalogue)
                        .forEach((trade, price) -> paid.computeIfAbsent(trade, none -> new ArrayList<>())
                                .add(price)));
        return paid;
    }

    @Override
    public void savePrices(List<UsualPrice> usual) {
        usual.forEach(price ->
                prices.computeIfAbsent(price.trade(), none -> new ArrayList<>()).add(price));
    }
}
