package org.skypatch.registry.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.contracts.registry.ShipmentFact;
import org.skypatch.contracts.registry.ShipmentState;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.clock.Clocked;
import org.skypatch.registry.clock.Limits;
import org.skypatch.registry.clock.RunningClock;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.RecordKind;

/**
 * The clocks of a shipment, by the law of the States concerned: the facility's State must confirm the receipt of what has
 * started, and certify the disposal of what was received. The Convention names no number of days for either, so a clock
 * runs only where a State's own law, or its union's, does.
 */
public final class ShipmentClocks implements Clocked<ShipmentFact> {

    private final Unions unions;

    public ShipmentClocks(Unions unions) {
        this.unions = unions;
    }

    @Override
    public RecordKind<ShipmentFact> kind() {
        return RecordKind.SHIPMENT;
    }

    @Override
    public List<RunningClock> clocks(String name, ShipmentFact shipment, Limits limits) {
        ClockMaking making = new ClockMaking(limits, unions);
        List<RunningClock> clocks = new ArrayList<>();
        if (shipment.state() == ShipmentState.STARTED) {
            add(clocks, shipment, "receipt", "shipment-to-receive", shipment.startedOn(), making, starts("start"));
        }
        if (shipment.state() == ShipmentState.RECEIVED || shipment.state() == ShipmentState.PART_REJECTED) {
            for (String id : List.of("certificate", "disposal")) {
                add(clocks, shipment, id, "shipment-to-complete", shipment.receivedOn(), making, starts("recei"));
            }
        }
        return clocks;
    }

    private static Predicate<LimitFact> starts(String with) {
        return limit -> limit.startsWith().contains(with);
    }

    /** A State that must act may be bound by its own law and by that of the State of export: each runs for itself. */
    private static void add(
            List<RunningClock> clocks,
            ShipmentFact shipment,
            String id,
            String task,
            @Nullable LocalDate from,
            ClockMaking making,
            Predicate<LimitFact> suits) {
        if (from == null) {
            return;
        }
        for (CountryCode state : List.of(shipment.importCountry(), shipment.exportCountry())) {
            making.limit(state, id, from)
                    .filter(suits)
                    .map(limit -> making.clock(
                            id + "/" + state,
                            limit,
                            task,
                            from,
                            shipment.importCountry(),
                            ClockMaking.sentence(
                                    task, shipment.notification(), shipment.exportCountry(), state, shipment.serial())))
                    .ifPresent(clocks::add);
        }
    }

    /** Silence changes nothing here; that it is overdue is told. */
    @Override
    public Decision<ShipmentFact> fired(ShipmentFact shipment, RunningClock clock, Instant now) {
        return new Decision.Become<>(shipment);
    }
}
