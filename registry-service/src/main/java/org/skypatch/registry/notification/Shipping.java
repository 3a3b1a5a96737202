package org.skypatch.registry.notification;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.MovementDocument;
import org.skypatch.contracts.registry.ShipmentFact;
import org.skypatch.contracts.registry.ShipmentState;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;

/** A shipment on its way from what it is to what it becomes. */
final class Shipping {

    private final ShipmentFact was;
    ShipmentState state;
    Mass massKg;

    @Nullable
    LocalDate startedOn;

    @Nullable
    LocalDate receivedOn;

    @Nullable
    Mass acceptedMassKg;

    @Nullable
    Mass rejectedMassKg;

    @Nullable
    LocalDate completedOn;

    @Nullable
    String certificate;

    List<TraderId> carriers;

    @Nullable
    String reason;

    private @Nullable MovementDocument document;

    Shipping(ShipmentFact was) {
        this.was = was;
        state = was.state();
        massKg = was.massKg();
        startedOn = was.startedOn();
        receivedOn = was.receivedOn();
        acceptedMassKg = was.acceptedMassKg();
        rejectedMassKg = was.rejectedMassKg();
        completedOn = was.completedOn();
        certificate = was.certificate();
        carriers = was.carriers();
        reason = was.reason();
        document = was.document();
    }

    /** Writes on the movement document. */
    void write(UnaryOperator<MovementDocument> writing) {
        document = writing.apply(document == null ? MovementDocument.BLANK : document);
    }

    ShipmentFact fact() {
        return new ShipmentFact(
                was.exportCountry(),
                was.importCountry(),
                was.notification(),
                was.serial(),
                state,
                was.plannedOn(),
                massKg,
                was.announcedOn(),
                startedOn,
                receivedOn,
                acceptedMassKg,
                rejectedMassKg,
                completedOn,
                certificate,
                carriers,
                was.concerned(),
                reason,
                document,
                was.announcedLate());
    }
}
