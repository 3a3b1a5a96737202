package org.skypatch.registry.clock;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.AdministrationFact;
import org.skypatch.contracts.registry.LimitFact;

/** When a limit is up, by the calendar of the administration that must act. */
public final class DueDates {

    private static final Set<DayOfWeek> MONDAY_TO_FRIDAY = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private final ZoneId zone;
    private final Set<DayOfWeek> workingDays;
    private final Set<LocalDate> holidays;

    private DueDates(ZoneId zone, Set<DayOfWeek> workingDays, Set<LocalDate> holidays) {
        this.zone = zone;
        this.workingDays = workingDays;
        this.holidays = holidays;
    }

    /** The calendar of an administration; Monday to Friday in UTC if it is not known. */
    public static DueDates of(@Nullable AdministrationFact administration) {
        if (administration == null) {
            return new DueDates(ZoneOffset.UTC, MONDAY_TO_FRIDAY, Set.of());
        }
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        administration.workingDays().forEach(day -> days.add(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT))));
        String zone = administration.timeZone();
        return new DueDates(
                zone == null ? ZoneOffset.UTC : ZoneId.of(zone),
                days.isEmpty() ? MONDAY_TO_FRIDAY : days,
                new HashSet<>(administration.holidays()));
    }

    /** The end of the limit's last day, in the zone of the one who must act. The day of the start is not counted. */
    public Instant due(LimitFact limit, Instant start) {
        LocalDate from = start.atZone(zone).toLocalDate();
        int sign = limit.direction().equals("before") ? -1 : 1;
        LocalDate last =
                switch (limit.unit()) {
                    case "working-days" -> workingDaysFrom(from, limit.number(), sign);
                    case "months" -> from.plusMonths((long) sign * limit.number());
                    case "years" -> from.plusYears((long) sign * limit.number());
                    default -> from.plusDays((long) sign * limit.number());
                };
        return ZonedDateTime.of(last.plusDays(1), LocalTime.MIDNIGHT, zone).toInstant();
    }

    private LocalDate workingDaysFrom(LocalDate from, int number, int sign) {
        LocalDate day = from;
        for (int left = number; left > 0; ) {
            day = day.plusDays(sign);
            if (workingDays.contains(day.getDayOfWeek()) && !holidays.contains(day)) {
                left--;
            }
        }
        return day;
    }
}
