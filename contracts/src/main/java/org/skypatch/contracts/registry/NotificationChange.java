package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LocationCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;

/**
 * A change that the exporter asks for after consent. It takes effect when every State that consented agrees to it; what is
 * not named stays. Waste, facility, operation and countries cannot be changed this way: that is another notification.
 *
 * @param words what is asked for, and why
 * @param carriers the intended carriers from then on; as before if none
 * @param offices the points of exit and entry from then on; as before if none
 * @param agreed the States that agree so far
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NotificationChange(
        LocalDate requestedOn,
        String words,
        @Nullable Mass totalMassKg,
        @Nullable Integer shipments,
        @Nullable LocalDate periodUntil,
        List<TraderId> carriers,
        List<LocationCode> offices,
        List<CountryCode> agreed) {
    public NotificationChange {
        carriers = carriers == null ? List.of() : List.copyOf(carriers);
        offices = offices == null ? List.of() : List.copyOf(offices);
        agreed = agreed == null ? List.of() : List.copyOf(agreed);
    }
}
