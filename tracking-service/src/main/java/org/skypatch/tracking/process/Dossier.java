package org.skypatch.tracking.process;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.skypatch.tracking.balance.Standing;
import org.skypatch.tracking.corridor.Corridor;
import org.skypatch.tracking.corridor.Trade;
import org.skypatch.tracking.corridor.TransitTime;
import org.skypatch.tracking.corridor.UsualPrice;
import org.skypatch.tracking.enquiry.Enquiry;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Thresholds;
import org.skypatch.tracking.movement.Flow;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.movement.Stock;
import org.skypatch.tracking.register.Cited;
import org.skypatch.tracking.register.Register;

/** What movements are judged by, gathered for all of them at once. */
final class Dossier {

    private final Register register;
    private final Cited cited;
    private final Map<UUID, List<Standing>> standings;
    private final Map<Flow, Stock> stocks;
    private final Map<UUID, List<Enquiry>> enquiries;
    private final List<TransitTime> transitTimes;
    private final List<UsualPrice> usualPrices;

    /**
     * @param cited the records that the movements cite
     * @param standings where they stand on what they draw on
     */
    Dossier(List<Movement> movements, Cited cited, Map<UUID, List<Standing>> standings, TrackingRecords records) {
        this.register = records.register();
        this.cited = cited;
        this.standings = standings;
        this.stocks = records.stocks(movements.stream()
                .flatMap(movement -> Flow.of(movement, register.catalogue()).stream())
                .filter(flow -> flow.direction() == Flow.Direction.OUT)
                .collect(Collectors.toSet()));
        this.enquiries = enquiries(movements, records);
        this.transitTimes = records.corridors()
                .of(movements.stream()
                        .flatMap(movement -> Corridor.of(movement).stream())
                        .collect(Collectors.toSet()));
        this.usualPrices = records.corridors()
                .pricesOf(movements.stream()
                        .flatMap(movement -> Trade.pricesOf(movement, register.catalogue()).keySet().stream())
                        .collect(Collectors.toSet()));
    }

    /** What one of the movements is judged by, as of an instant and under these numbers of policy. */
    Evidence of(Movement movement, Instant asOf, Thresholds thresholds) {
        return new Evidence(
                asOf,
                thresholds,
                register,
                cited,
                standings.getOrDefault(movement.id(), List.of()),
                stocks,
                enquiries.getOrDefault(movement.id(), List.of()),
                transitTimes,
                usualPrices);
    }

    /** The enquiries about each movement, by the events that they hang on. */
    private static Map<UUID, List<Enquiry>> enquiries(List<Movement> movements, TrackingRecords records) {
        Set<UUID> events = movements.stream()
                .flatMap(movement -> Enquiring.events(movement).stream())
                .collect(Collectors.toSet());
        Map<UUID, List<Enquiry>> byEvent =
                records.enquiries().about(events).stream().collect(Collectors.groupingBy(Enquiry::event));
        Map<UUID, List<Enquiry>> about = new HashMap<>();
        if (!byEvent.isEmpty()) {
            movements.forEach(movement -> about.put(
                    movement.id(),
                    Enquiring.events(movement).stream()
                            .flatMap(event -> byEvent.getOrDefault(event, List.of()).stream())
                            .sorted(Comparator.comparing(Enquiry::askedAt).thenComparing(Enquiry::id))
                            .toList()));
        }
        return about;
    }
}
