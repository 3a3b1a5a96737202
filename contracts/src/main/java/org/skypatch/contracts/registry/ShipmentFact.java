package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;

/**
 * One shipment under a Basel notification, by its movement document (Annex V B).
 *
 * @param exportCountry of the notification
 * @param importCountry of the notification
 * @param notification its number, as typed
 * @param serial from 1
 * @param massKg announced; from the start on the actual one
 * @param completedOn when the disposal or recovery was completed; the certificate may follow
 * @param certificate reference of the certificate of disposal or recovery
 * @param concerned the States concerned by its notification
 * @param reason why it was cancelled
 * @param document everything else that the movement document says
 * @param announcedLate if it was announced later than the law asks
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ShipmentFact(
        CountryCode exportCountry,
        CountryCode importCountry,
        String notification,
        int serial,
        ShipmentState state,
        LocalDate plannedOn,
        Mass massKg,
        @Nullable LocalDate announcedOn,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate receivedOn,
        @Nullable Mass acceptedMassKg,
        @Nullable Mass rejectedMassKg,
        @Nullable LocalDate completedOn,
        @Nullable String certificate,
        List<TraderId> carriers,
        List<CountryCode> concerned,
        @Nullable String reason,
        @Nullable MovementDocument document,
        @Nullable LateAnnouncement announcedLate)
        implements RegistryFact {
    public ShipmentFact {
        carriers = carriers == null ? List.of() : List.copyOf(carriers);
        concerned = concerned == null ? List.of() : List.copyOf(concerned);
    }

    /** The same shipment, announced late or, with none, in time. */
    public ShipmentFact announced(@Nullable LateAnnouncement late) {
        return new ShipmentFact(
                exportCountry,
                importCountry,
                notification,
                serial,
                state,
                plannedOn,
                massKg,
                announcedOn,
                startedOn,
                receivedOn,
                acceptedMassKg,
                rejectedMassKg,
                completedOn,
                certificate,
                carriers,
                concerned,
                reason,
                document,
                late);
    }

    @Override
    public Set<CountryCode> concerns() {
        return Set.copyOf(concerned);
    }
}
