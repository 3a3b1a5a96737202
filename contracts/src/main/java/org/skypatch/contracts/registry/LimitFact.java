package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CountryCode;

/**
 * A time limit of law or policy as data.
 *
 * @param scope a country, {@code EU}, a convention, or {@code policy}: whose rule it is
 * @param id its name within the scope
 * @param startsWith the event that starts it, such as {@code consultation-requested} or {@code transit-receipt}
 * @param unit calendar-days, working-days, months or years
 * @param direction after the start event, or before it
 * @param duty who must act: requesting-party, asked-party, state-of-export, state-of-import, transit-state, exporter, facility, rilo
 * @param holidayCalendar whose holidays count for working days: duty (the one who must act) or an administration; duty if none
 * @param effect what silence does: none, remind, escalate, unanswered, presumed-consent, second-notice, unacknowledged, lapse
 * @param until last day; open if none
 * @param source article, regulation or decision; policy if it is none of these
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LimitFact(
        String scope,
        String id,
        String startsWith,
        int number,
        String unit,
        String direction,
        String duty,
        @Nullable String holidayCalendar,
        String effect,
        LocalDate from,
        @Nullable LocalDate until,
        String source)
        implements RegistryFact {
    @Override
    public Set<CountryCode> concerns() {
        return CountryCode.parse(scope).map(Set::of).orElseGet(Set::of);
    }
}
