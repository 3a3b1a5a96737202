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
 * @param year in which the Parties adopted the listing
 * @param from when the listing took effect under the treaty, which binds a Party from its own ratification on; not known if none
 * @param until last day; open if none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Control(
        Convention convention,
        String list,
        @Nullable String group,
        @Nullable Integer year,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String note) {}
