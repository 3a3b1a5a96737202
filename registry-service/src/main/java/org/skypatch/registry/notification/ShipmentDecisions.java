package org.skypatch.registry.notification;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.NotificationState;
import org.skypatch.contracts.registry.ShipmentFact;
import org.skypatch.contracts.registry.ShipmentState;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Refusal;

/** What becomes of a shipment: announced within what was consented, then as it is reported. */
public final class ShipmentDecisions {

    private ShipmentDecisions() {}

    /**
     * Announces a shipment, or announces it anew before it has started. Beyond what was consented nothing is announced.
     *
     * @param others the other shipments under the notification
     */
    public static Decision<ShipmentFact> announce(
            Optional<ShipmentFact> present,
            NotificationFact notification,
            Collection<ShipmentFact> others,
            ShipmentFact announced,
            Act act) {
        if (!Standing.isByExport(notification, act)) {
            return Standing.notYours("a shipment is announced by the State of export");
        }
        Optional<ShipmentFact> started = present.filter(shipment -> shipment.state() != ShipmentState.PRE_ANNOUNCED);
        if (started.isPresent()) {
            return notNow(started.get());
        }
        return Left.of(notification, others)
                .beyond(notification, announced)
                .<Decision<ShipmentFact>>map(beyond -> new Decision.Refuse<>(new Refusal.Beyond(beyond)))
                .orElseGet(() -> new Decision.Become<>(announced));
    }

    /** A shipment is as it is reported by the State whose business that is. */
    public static Decision<ShipmentFact> report(
            Optional<ShipmentFact> present, NotificationFact notification, Reported reported, Act act) {
        if (present.isEmpty()) {
            return new Decision.Refuse<>(new Refusal.Missing());
        }
        ShipmentFact shipment = present.get();
        return switch (reported) {
            case Reported.Started started -> start(shipment, notification, started, act);
            case Reported.Received received -> receive(shipment, notification, received, act);
            case Reported.Confirmed confirmed -> confirm(shipment, notification, confirmed, act);
            case Reported.Disposed disposed -> dispose(shipment, notification, disposed, act);
            case Reported.Completed completed -> complete(shipment, notification, completed, act);
            case Reported.Cancelled cancelled -> cancel(shipment, notification, cancelled, act);
            case Reported.Stamped stamped -> stamp(shipment, stamped);
        };
    }

    private static Decision<ShipmentFact> start(
            ShipmentFact shipment, NotificationFact notification, Reported.Started started, Act act) {
        if (!Standing.isByExport(notification, act)) {
            return Standing.notYours("the start is reported by the State of export");
        }
        Optional<ShipmentState> next = ShipmentMove.START.from(shipment.state());
        if (next.isEmpty()) {
            return notNow(shipment);
        }
        if (notification.state() != NotificationState.ACTIVE
                && notification.state() != NotificationState.CHANGE_REQUESTED) {
            return new Decision.Refuse<>(new Refusal.Beyond(
                    "the notification is " + notification.state().label() + "; nothing may start under it"));
        }
        Shipping becoming = new Shipping(shipment);
        becoming.state = next.get();
        becoming.startedOn = started.on();
        becoming.massKg = started.massKg() == null ? shipment.massKg() : started.massKg();
        becoming.carriers = started.carriers().isEmpty() ? shipment.carriers() : started.carriers();
        becoming.write(started.writing());
        return new Decision.Become<>(becoming.fact());
    }

    /** The facility's receipt is taken whatever became of the notification; a start that was not reported is made up for. */
    private static Decision<ShipmentFact> receive(
            ShipmentFact shipment, NotificationFact notification, Reported.Received received, Act act) {
        if (!act.country().equals(notification.importCountry())) {
            return Standing.notYours("the receipt is reported by the State of import");
        }
        LocalDate startedOn = shipment.startedOn() == null ? received.startedOn() : shipment.startedOn();
        ShipmentState from = shipment.state() == ShipmentState.PRE_ANNOUNCED && startedOn != null
                ? ShipmentState.STARTED
                : shipment.state();
        Optional<ShipmentState> next = move(received).from(from);
        if (next.isEmpty()) {
            return notNow(shipment);
        }
        if (startedOn != null && received.on().isBefore(startedOn)) {
            return new Decision.Refuse<>(new Refusal.FixedField("/on", "must not be before the start on " + startedOn));
        }
        Shipping becoming = new Shipping(shipment);
        becoming.state = next.get();
        becoming.startedOn = startedOn;
        becoming.receivedOn = received.on();
        becoming.acceptedMassKg = received.acceptedMassKg();
        becoming.rejectedMassKg = received.rejectedMassKg();
        becoming.write(received.writing());
        return new Decision.Become<>(becoming.fact());
    }

    private static ShipmentMove move(Reported.Received received) {
        if (received.rejectedMassKg().equals(Mass.ZERO)) {
            return ShipmentMove.ACCEPT;
        }
        return received.acceptedMassKg().equals(Mass.ZERO) ? ShipmentMove.REJECT : ShipmentMove.ACCEPT_IN_PART;
    }

    private static Decision<ShipmentFact> confirm(
            ShipmentFact shipment, NotificationFact notification, Reported.Confirmed confirmed, Act act) {
        if (!act.country().equals(notification.importCountry())) {
            return Standing.notYours("the receipt is confirmed by the State of import");
        }
        if (ShipmentMove.CONFIRM.from(shipment.state()).isEmpty()) {
            return notNow(shipment);
        }
        Shipping becoming = new Shipping(shipment);
        becoming.write(confirmed.writing());
        return beforeReceipt(shipment, "/receipt/on", confirmed.receipt().on())
                .orElseGet(() -> new Decision.Become<>(becoming.fact()));
    }

    private static Decision<ShipmentFact> dispose(
            ShipmentFact shipment, NotificationFact notification, Reported.Disposed disposed, Act act) {
        if (!act.country().equals(notification.importCountry())) {
            return Standing.notYours("the disposal is reported by the State of import");
        }
        if (ShipmentMove.DISPOSE.from(shipment.state()).isEmpty()) {
            return notNow(shipment);
        }
        Shipping becoming = new Shipping(shipment);
        becoming.completedOn = disposed.on();
        return beforeReceipt(shipment, "/on", disposed.on()).orElseGet(() -> new Decision.Become<>(becoming.fact()));
    }

    private static Optional<Decision<ShipmentFact>> beforeReceipt(ShipmentFact shipment, String field, LocalDate on) {
        LocalDate receivedOn = shipment.receivedOn();
        return receivedOn != null && on.isBefore(receivedOn)
                ? Optional.of(new Decision.Refuse<>(
                        new Refusal.FixedField(field, "must not be before the receipt on " + receivedOn)))
                : Optional.empty();
    }

    private static Decision<ShipmentFact> complete(
            ShipmentFact shipment, NotificationFact notification, Reported.Completed completed, Act act) {
        if (!act.country().equals(notification.importCountry())) {
            return Standing.notYours("the certificate is reported by the State of import");
        }
        Optional<ShipmentState> next = ShipmentMove.COMPLETE.from(shipment.state());
        if (next.isEmpty()) {
            return notNow(shipment);
        }
        LocalDate on = completed.on() != null
                ? completed.on()
                : shipment.completedOn() != null ? shipment.completedOn() : act.today();
        Optional<Decision<ShipmentFact>> tooEarly = beforeReceipt(shipment, "/on", on);
        if (tooEarly.isPresent()) {
            return tooEarly.get();
        }
        Shipping becoming = new Shipping(shipment);
        becoming.state = next.get();
        becoming.completedOn = on;
        becoming.certificate = completed.certificate();
        becoming.write(completed.writing());
        return new Decision.Become<>(becoming.fact());
    }

    private static Decision<ShipmentFact> cancel(
            ShipmentFact shipment, NotificationFact notification, Reported.Cancelled cancelled, Act act) {
        if (!Standing.isByExport(notification, act)) {
            return Standing.notYours("a shipment is cancelled by the State of export");
        }
        return ShipmentMove.CANCEL
                .from(shipment.state())
                .<Decision<ShipmentFact>>map(next -> {
                    Shipping becoming = new Shipping(shipment);
                    becoming.state = next;
                    becoming.reason = cancelled.reason();
                    return new Decision.Become<>(becoming.fact());
                })
                .orElseGet(() -> notNow(shipment));
    }

    private static Decision<ShipmentFact> stamp(ShipmentFact shipment, Reported.Stamped stamped) {
        if (shipment.state() == ShipmentState.CANCELLED) {
            return notNow(shipment);
        }
        Shipping becoming = new Shipping(shipment);
        becoming.write(stamped.writing());
        return new Decision.Become<>(becoming.fact());
    }

    private static Decision<ShipmentFact> notNow(ShipmentFact shipment) {
        List<String> allowed = ShipmentMove.labelsIn(shipment.state());
        return new Decision.Refuse<>(
                new Refusal.NotFromThisState(shipment.state().label(), allowed));
    }

    /** The shipments that still wait for something, by serial. */
    public static List<Integer> open(Collection<ShipmentFact> shipments) {
        return shipments.stream()
                .filter(shipment -> !ShipmentMove.labelsIn(shipment.state()).isEmpty())
                .map(ShipmentFact::serial)
                .sorted()
                .toList();
    }
}
