package org.skypatch.registry.notification;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.LateAnnouncement;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.contracts.registry.ShipmentFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.authority.Unions;
import org.skypatch.registry.clock.Limits;

/**
 * Whether a shipment was announced in time: by every limit before its start that binds a State concerned on the day of the
 * start, in working days of the State of export, whose exporter must announce it. The Convention itself names no number of
 * days. What is late is recorded all the same.
 */
public final class AnnouncementTiming {

    private static final String ANNOUNCEMENT = "announcement";

    private final Limits limits;
    private final Unions unions;

    public AnnouncementTiming(Limits limits, Unions unions) {
        this.limits = limits;
        this.unions = unions;
    }

    /** The shipment with whether it was announced late; judged anew only if what that rests on has changed. */
    ShipmentFact judged(Optional<ShipmentFact> before, ShipmentFact shipment) {
        Optional<ShipmentFact> same = before.filter(was -> Objects.equals(start(was), start(shipment))
                && Objects.equals(was.announcedOn(), shipment.announcedOn()));
        return shipment.announced(
                same.isPresent() ? same.get().announcedLate() : late(shipment).orElse(null));
    }

    private Optional<LateAnnouncement> late(ShipmentFact shipment) {
        LocalDate announcedOn = shipment.announcedOn();
        if (announcedOn == null) {
            return Optional.empty();
        }
        List<Bound> missed = Stream.concat(Stream.of(shipment.exportCountry()), shipment.concerned().stream())
                .distinct()
                .flatMap(state -> bound(shipment, state).stream())
                .filter(bound -> announcedOn.isAfter(bound.lastDay()))
                .toList();
        return missed.stream()
                .min(Comparator.comparing(Bound::lastDay))
                .map(first -> new LateAnnouncement(
                        first.limit().scope() + "/" + first.limit().id(),
                        first.lastDay(),
                        first.limit().source(),
                        missed.stream()
                                .filter(bound -> bound.limit().equals(first.limit()))
                                .map(Bound::state)
                                .sorted()
                                .toList()));
    }

    private record Bound(CountryCode state, LimitFact limit, LocalDate lastDay) {}

    private Optional<Bound> bound(ShipmentFact shipment, CountryCode state) {
        ClockMaking making = new ClockMaking(limits, unions);
        return making.limit(state, ANNOUNCEMENT, start(shipment))
                .filter(limit -> limit.direction().equals("before"))
                .map(limit ->
                        new Bound(state, limit, making.lastDay(limit, start(shipment), shipment.exportCountry())));
    }

    private static LocalDate start(ShipmentFact shipment) {
        @Nullable LocalDate startedOn = shipment.startedOn();
        return startedOn == null ? shipment.plannedOn() : startedOn;
    }
}
