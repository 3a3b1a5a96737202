package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CommodityId;

/**
 * That a trader may trade a commodity, a Montreal group or everything, for a time.
 *
 * @param group Montreal group such as {@code C-I}
 * @param until last day; open if none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Registration(
        @Nullable CommodityId commodity,
        @Nullable String group,
        LocalDate from,
        @Nullable LocalDate until) {}
