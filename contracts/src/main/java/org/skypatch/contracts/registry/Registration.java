package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Mass;

/**
 * That a trader may trade a commodity, a Montreal group or everything, for a time.
 *
 * @param group Montreal group such as {@code C-I}
 * @param until last day; open if none
 * @param number of the registration or authorisation
 * @param operations D and R codes, recovery, recycling, reclamation or destruction that a facility is authorised for
 * @param capacityKg what a facility or reclaimer can handle in a year
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Registration(
        @Nullable CommodityId commodity,
        @Nullable String group,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String number,
        List<String> operations,
        @Nullable Mass capacityKg) {
    public Registration {
        operations = operations == null ? List.of() : List.copyOf(operations);
    }

    /** A registration that says no more than what for and how long. */
    public static Registration of(
            @Nullable CommodityId commodity, @Nullable String group, LocalDate from, @Nullable LocalDate until) {
        return new Registration(commodity, group, from, until, null, List.of(), null);
    }
}
