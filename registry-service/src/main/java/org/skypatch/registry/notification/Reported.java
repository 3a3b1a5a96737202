package org.skypatch.registry.notification;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.FormDeclaration;
import org.skypatch.contracts.registry.MovementDocument;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;

/** What is reported of a shipment under way. */
public sealed interface Reported {

    /**
     * What is written on the movement document beside.
     *
     * @return the document as it stands then
     */
    UnaryOperator<MovementDocument> writing();

    /**
     * It has started.
     *
     * @param massKg the actual mass; as announced if none
     * @param carriers who carries it; as announced if none
     */
    record Started(
            LocalDate on, @Nullable Mass massKg, List<TraderId> carriers, UnaryOperator<MovementDocument> writing)
            implements Reported {}

    /**
     * The facility has received it.
     *
     * @param startedOn when it started, where the State of export has not said so yet
     */
    record Received(
            LocalDate on,
            @Nullable LocalDate startedOn,
            Mass acceptedMassKg,
            Mass rejectedMassKg,
            UnaryOperator<MovementDocument> writing)
            implements Reported {}

    /**
     * The facility confirms the receipt (block 18), where it did not with the receipt itself.
     *
     * @param receipt who signs, and when
     */
    record Confirmed(FormDeclaration receipt, UnaryOperator<MovementDocument> writing) implements Reported {}

    /** The waste has been disposed of or recovered; the certificate is to follow. */
    record Disposed(LocalDate on) implements Reported {
        @Override
        public UnaryOperator<MovementDocument> writing() {
            return UnaryOperator.identity();
        }
    }

    /**
     * The facility certifies that the waste has been disposed of or recovered.
     *
     * @param on when it was; as reported before if none, else today
     */
    record Completed(@Nullable LocalDate on, String certificate, UnaryOperator<MovementDocument> writing)
            implements Reported {}

    /** It does not take place, or was turned round. */
    record Cancelled(String reason) implements Reported {
        @Override
        public UnaryOperator<MovementDocument> writing() {
            return UnaryOperator.identity();
        }
    }

    /** A customs office has stamped the movement document. */
    record Stamped(UnaryOperator<MovementDocument> writing) implements Reported {}
}
