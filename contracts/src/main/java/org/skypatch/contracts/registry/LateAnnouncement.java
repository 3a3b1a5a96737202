package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.skypatch.contracts.trade.CountryCode;

/**
 * An announcement of a shipment that came later than the law in force on the day of its start asks. It is kept, and shown so.
 *
 * @param limit the limit that was missed, as {@code <scope>/<id>}; of several the one that asked for it the earliest
 * @param lastDay the last day on which it would have been in time
 * @param legalBasis the limit's source
 * @param states the States concerned that the limit binds
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LateAnnouncement(String limit, LocalDate lastDay, String legalBasis, List<CountryCode> states) {
    public LateAnnouncement {
        states = states == null ? List.of() : List.copyOf(states);
    }
}
