package org.skypatch.tracking.register;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * When an administration works.
 *
 * @param days the days of the week
 * @param holidays days on which it does not
 * @param zone where it is
 */
public record WorkingDays(Set<DayOfWeek> days, Set<LocalDate> holidays, ZoneId zone) {

    /** Monday to Friday, no holidays, UTC: where nothing else is known. */
    public static final WorkingDays USUAL =
            new WorkingDays(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of(), ZoneId.of("UTC"));

    private static final int MOST_DAYS_AHEAD = 366;

    public WorkingDays {
        days = days.isEmpty() ? EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY) : Set.copyOf(days);
        holidays = Set.copyOf(holidays);
    }

    /** The end of the working day that is so many working days after the instant's own day. */
    public Instant after(Instant instant, int workingDays) {
        LocalDate day = ZonedDateTime.ofInstant(instant, zone).toLocalDate();
        int left = workingDays;
        for (int ahead = 0; left > 0 && ahead < MOST_DAYS_AHEAD; ahead++) {
            day = day.plusDays(1);
            if (days.contains(day.getDayOfWeek()) && !holidays.contains(day)) {
                left--;
            }
        }
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
