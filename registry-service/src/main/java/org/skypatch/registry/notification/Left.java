package org.skypatch.registry.notification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.NotificationState;
import org.skypatch.contracts.registry.ShipmentFact;
import org.skypatch.contracts.registry.ShipmentState;
import org.skypatch.contracts.registry.StateDecision;
import org.skypatch.contracts.trade.Mass;

/**
 * What may still be announced under a notification, by the shipments that the registry knows. What customs saw is counted
 * in tracking, and counts there even if it is more.
 *
 * @param massKg of what was consented to
 * @param shipments of the number consented to
 * @param from first day on which a shipment may start
 * @param until last day; the shortest consent counts
 */
public record Left(Mass massKg, int shipments, LocalDate from, LocalDate until) {

    /** What the shipments so far leave. */
    public static Left of(NotificationFact notification, Collection<ShipmentFact> shipments) {
        List<ShipmentFact> drawn = shipments.stream()
                .filter(shipment -> shipment.state() != ShipmentState.CANCELLED)
                .toList();
        Mass gone = drawn.stream().map(ShipmentFact::massKg).reduce(Mass.ZERO, Mass::plus);
        return new Left(
                gone.isMoreThan(notification.totalMassKg())
                        ? Mass.ZERO
                        : notification.totalMassKg().differenceFrom(gone),
                Math.max(0, notification.shipments() - drawn.size()),
                bounds(notification, notification.periodFrom(), StateDecision::validFrom)
                        .max(LocalDate::compareTo)
                        .orElseThrow(),
                bounds(notification, notification.periodUntil(), StateDecision::validUntil)
                        .min(LocalDate::compareTo)
                        .orElseThrow());
    }

    private interface Bound {
        @Nullable
        LocalDate of(StateDecision decision);
    }

    private static Stream<LocalDate> bounds(NotificationFact notification, LocalDate own, Bound bound) {
        return Stream.concat(
                Stream.of(own), notification.decisions().stream().map(bound::of).filter(Objects::nonNull));
    }

    /** Why an announcement goes beyond what was consented, and what is left; empty if it does not. */
    Optional<String> beyond(NotificationFact notification, ShipmentFact announced) {
        List<String> beyond = new ArrayList<>();
        if (notification.state() != NotificationState.ACTIVE
                && notification.state() != NotificationState.CHANGE_REQUESTED) {
            beyond.add("the notification is " + notification.state().label());
        }
        if (announced.massKg().isMoreThan(massKg)) {
            beyond.add(announced.massKg() + " kg are more than the " + massKg + " kg left");
        }
        if (shipments == 0) {
            beyond.add("no shipment is left");
        } else if (announced.serial() > notification.shipments()) {
            beyond.add("serial " + announced.serial() + " is beyond the number of shipments");
        }
        if (announced.plannedOn().isBefore(from) || announced.plannedOn().isAfter(until)) {
            beyond.add(announced.plannedOn() + " is outside " + from + " to " + until);
        }
        return beyond.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", beyond) + ". " + left(notification));
    }

    private String left(NotificationFact notification) {
        return "Left: " + massKg + " of " + notification.totalMassKg() + " kg and " + shipments + " of "
                + notification.shipments() + " shipments, from " + from + " until " + until;
    }
}
