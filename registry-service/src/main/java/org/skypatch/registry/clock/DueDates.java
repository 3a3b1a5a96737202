package org.skypatch.registry.clock;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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
        return endOf(lastDay(limit, start));
    }

    /**
     * The last day of a limit. Months and years end on the day of the same number, or on the month's last day if it has
     * none. A limit <em>before</em> its start event ends with the last day on which what it asks for is still in time.
     */
    public LocalDate lastDay(LimitFact limit, Instant start) {
        LocalDate from = dayOf(start);
        int number = limit.direction().equals("before") ? -limit.number() : limit.number();
        return switch (limit.unit()) {
            case "calendar-days" -> from.plusDays(number);
            case "working-days" -> workingDaysFrom(from, number);
            case "months" -> from.plusMonths(number);
            case "years" -> from.plusYears(number);
            default -> throw new IllegalArgumentException("a limit in " + limit.unit() + " cannot be counted");
        };
    }

    /** The day that an instant belongs to here. */
    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The first instant that is no longer of this day. Not midnight where clocks jump over it. */
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Whether people work on a day. */
    public boolean isWorkingDay(LocalDate day) {
        return workingDays.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    /** Whole days from now until the last day of something that ends then; negative if it has ended. */
    public long daysLeft(Instant now, Instant dueAt) {
        return ChronoUnit.DAYS.between(dayOf(now), lastDayBefore(dueAt));
    }

    /** Working days after today until the last day of something that ends then; negative if it has ended. */
    public long workingDaysLeft(Instant now, Instant dueAt) {
        LocalDate today = dayOf(now);
        LocalDate last = lastDayBefore(dueAt);
        return last.isBefore(today) ? -workingDaysAfter(last, today) : workingDaysAfter(today, last);
    }

    /** The day on which something that ends at an instant is still in time. */
    public LocalDate lastDayBefore(Instant dueAt) {
        return dayOf(dueAt.minusNanos(1));
    }

    private long workingDaysAfter(LocalDate first, LocalDate last) {
        return first.plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    private LocalDate workingDaysFrom(LocalDate from, int number) {
        LocalDate day = from;
        for (int left = Math.abs(number); left > 0; ) {
            day = day.plusDays(Integer.signum(number));
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }
}
