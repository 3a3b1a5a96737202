package org.skypatch.registry.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.AdministrationFact;
import org.skypatch.contracts.registry.LimitFact;

class DueDatesTest {

    private static final List<String> SUNDAY_TO_THURSDAY =
            List.of("sunday", "monday", "tuesday", "wednesday", "thursday");

    @ParameterizedTest
    @CsvSource({
        // start, number, unit, direction, zone, end of the last day
        "2026-11-24T10:00:00Z, 5,  working-days,  after,  UTC,                 2026-12-02T00:00:00Z",
        "2026-11-27T10:00:00Z, 1,  working-days,  after,  UTC,                 2026-12-01T00:00:00Z",
        "2026-11-28T10:00:00Z, 1,  working-days,  after,  UTC,                 2026-12-01T00:00:00Z",
        "2026-12-02T10:00:00Z, 2,  working-days,  before, UTC,                 2026-12-01T00:00:00Z",
        "2026-11-24T10:00:00Z, 60, calendar-days, after,  UTC,                 2027-01-24T00:00:00Z",
        "2026-01-31T10:00:00Z, 1,  months,        after,  UTC,                 2026-03-01T00:00:00Z",
        "2028-02-29T10:00:00Z, 1,  years,         after,  UTC,                 2029-03-01T00:00:00Z",
        "2026-12-31T10:00:00Z, 0,  calendar-days, after,  UTC,                 2027-01-01T00:00:00Z",
        // the same instant is another day at the two ends of the world
        "2026-11-24T10:30:00Z, 1,  calendar-days, after,  Pacific/Kiritimati,  2026-11-26T10:00:00Z",
        "2026-11-24T10:30:00Z, 1,  calendar-days, after,  Pacific/Pago_Pago,   2026-11-25T11:00:00Z",
        // summer time ends and begins between start and end
        "2026-10-24T10:00:00Z, 1,  calendar-days, after,  Europe/Berlin,       2026-10-25T23:00:00Z",
        "2026-03-28T10:00:00Z, 1,  calendar-days, after,  Europe/Berlin,       2026-03-29T22:00:00Z",
    })
    void ends_a_limit_with_its_last_day_where_the_one_who_must_act_is(
            Instant start, int number, String unit, String direction, String zone, Instant end) {
        DueDates dates = DueDates.of(administration(zone, List.of(), Set.of()));

        assertThat(dates.due(limit(number, unit, direction), start)).isEqualTo(end);
    }

    @Test
    void leaves_out_the_days_off_and_the_holidays_of_the_administration() {
        DueDates dates = DueDates.of(administration(
                "Africa/Cairo", SUNDAY_TO_THURSDAY, Set.of(LocalDate.of(2026, 11, 29), LocalDate.of(2026, 11, 30))));

        LocalDate last = dates.lastDay(limit(3, "working-days", "after"), Instant.parse("2026-11-25T08:00:00Z"));

        assertThat(last).isEqualTo(LocalDate.of(2026, 12, 2));
    }

    @Test
    void begins_a_day_when_the_clocks_have_jumped_over_midnight() {
        // in Beirut the clocks go forward at midnight: 29 March 2026 begins at 01:00
        DueDates dates = DueDates.of(administration("Asia/Beirut", List.of(), Set.of()));

        assertThat(dates.endOf(LocalDate.of(2026, 3, 28))).isEqualTo(Instant.parse("2026-03-28T22:00:00Z"));
    }

    @Test
    void refuses_a_unit_that_it_does_not_know() {
        DueDates dates = DueDates.of(null);

        assertThatThrownBy(() -> dates.due(limit(1, "fortnights", "after"), Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void counts_the_days_left_and_the_days_over() {
        DueDates dates = DueDates.of(null);
        Instant due = dates.endOf(LocalDate.of(2026, 12, 2));

        assertThat(dates.daysLeft(Instant.parse("2026-11-27T23:00:00Z"), due)).isEqualTo(5);
        assertThat(dates.workingDaysLeft(Instant.parse("2026-11-27T23:00:00Z"), due))
                .isEqualTo(3);
        assertThat(dates.daysLeft(Instant.parse("2026-12-02T23:59:59Z"), due)).isZero();
        assertThat(dates.daysLeft(Instant.parse("2026-12-07T00:00:00Z"), due)).isEqualTo(-5);
        assertThat(dates.workingDaysLeft(Instant.parse("2026-12-07T00:00:00Z"), due))
                .isEqualTo(-3);
    }

    /** Between a start and the last day of a limit in working days there are exactly so many, and the last day is one. */
    @Property(tries = 500)
    void counts_exactly_the_working_days(
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long start,
            @ForAll @IntRange(min = 1, max = 90) int number,
            @ForAll("administrations") AdministrationFact administration) {
        DueDates dates = DueDates.of(administration);
        Instant from = Instant.ofEpochSecond(start);

        LocalDate after = dates.lastDay(limit(number, "working-days", "after"), from);
        LocalDate before = dates.lastDay(limit(number, "working-days", "before"), from);

        LocalDate day = dates.dayOf(from);
        assertThat(dates.isWorkingDay(after) && dates.isWorkingDay(before)).isTrue();
        assertThat(day.plusDays(1)
                        .datesUntil(after.plusDays(1))
                        .filter(dates::isWorkingDay)
                        .count())
                .isEqualTo(number);
        assertThat(before.datesUntil(day).filter(dates::isWorkingDay).count()).isEqualTo(number);
    }

    /** Never early: at least so many whole days of 24 hours, less at most the hours that a change of the clocks takes. */
    @Property(tries = 500)
    void never_ends_a_limit_in_calendar_days_early_or_a_day_late(
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long start,
            @ForAll @IntRange(min = 1, max = 400) int number,
            @ForAll("administrations") AdministrationFact administration) {
        Instant from = Instant.ofEpochSecond(start);
        Instant due = DueDates.of(administration).due(limit(number, "calendar-days", "after"), from);

        assertThat(due).isAfter(from.plusSeconds(number * 86_400L - 2 * 3_600L));
        assertThat(due).isBeforeOrEqualTo(from.plusSeconds((number + 1) * 86_400L + 2 * 3_600L));
    }

    /** More time is never due sooner; a holiday more is never due sooner. */
    @Property(tries = 300)
    void grows_with_the_number_and_with_the_holidays(
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long start,
            @ForAll @IntRange(min = 1, max = 60) int number,
            @ForAll @IntRange(min = 1, max = 90) int holiday,
            @ForAll("administrations") AdministrationFact administration) {
        Instant from = Instant.ofEpochSecond(start);
        DueDates dates = DueDates.of(administration);
        DueDates withHoliday = DueDates.of(administration(
                administration.timeZone(),
                administration.workingDays(),
                Set.of(dates.dayOf(from).plusDays(holiday))));
        DueDates without =
                DueDates.of(administration(administration.timeZone(), administration.workingDays(), Set.of()));

        for (String unit : List.of("calendar-days", "working-days", "months", "years")) {
            assertThat(dates.due(limit(number + 1, unit, "after"), from))
                    .isAfter(dates.due(limit(number, unit, "after"), from));
        }
        assertThat(withHoliday.due(limit(number, "working-days", "after"), from))
                .isAfterOrEqualTo(without.due(limit(number, "working-days", "after"), from));
    }

    @Provide
    Arbitrary<AdministrationFact> administrations() {
        Arbitrary<String> zones = Arbitraries.of(ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && !zone.startsWith("Etc") && !zone.startsWith("SystemV"))
                // Samoa and Tokelau left out the 30th of December 2011 altogether, Kwajalein a day of 1993
                .filter(zone -> !Set.of("Pacific/Apia", "Pacific/Fakaofo", "Pacific/Kwajalein")
                        .contains(zone))
                .filter(zone -> !Set.of("Pacific/Enderbury", "Pacific/Kanton", "Pacific/Kiritimati", "Asia/Manila")
                        .contains(zone))
                .sorted()
                .toList());
        Arbitrary<Set<String>> workingDays = Arbitraries.of(DayOfWeek.values())
                .map(day -> day.name().toLowerCase(Locale.ROOT))
                .set()
                .ofMinSize(1);
        Arbitrary<Set<LocalDate>> holidays = Arbitraries.longs()
                .between(0, 46_300)
                .map(LocalDate::ofEpochDay)
                .set()
                .ofMaxSize(40);
        return Combinators.combine(zones, workingDays, holidays)
                .as((zone, days, off) -> administration(zone, List.copyOf(days), off));
    }

    private static AdministrationFact administration(String zone, List<String> workingDays, Set<LocalDate> holidays) {
        return new AdministrationFact(
                AdministrationId.of("TH-nou"),
                "National Ozone Unit",
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                workingDays,
                List.copyOf(holidays),
                zone,
                List.of());
    }

    private static LimitFact limit(int number, String unit, String direction) {
        return new LimitFact(
                "policy",
                "ipic-answer",
                "consultation-requested",
                number,
                unit,
                direction,
                "asked-party",
                null,
                "unanswered",
                LocalDate.of(2000, 1, 1),
                null,
                "policy");
    }
}
