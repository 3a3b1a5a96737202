package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.Convention;

/**
 * That a treaty controls a commodity, and since when.
 *
 * @param list annex or list of the treaty, such as {@code Annex C} or {@code Annex VIII}
 * @param group Montreal group
 * @param from when the listing took effect; not known if none
 * @param until last day; open if none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Control(
        Convention convention,
        String list,
        @Nullable String group,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String note) {}
