package org.skypatch.registry.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Sight;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.registry.clock.Clocks;
import org.skypatch.registry.clock.DueDates;
import org.skypatch.registry.clock.Limits;

/** The work list of clocks as a calendar. */
@ApplicationScoped
class ClockCalendar {

    private static final int MOST_DAYS = 500;

    private final Clocks clocks;
    private final Limits limits;
    private final Calendars calendars;
    private final BusinessClock clock;

    ClockCalendar(Clocks clocks, Limits limits, Calendars calendars, BusinessClock clock) {
        this.clocks = clocks;
        this.limits = limits;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * What a reader must do, as it stands now.
     *
     * @param sight in which it is told: at most the reader's own; without nominal sight a record is told by its kind alone
     */
    String of(Caller reader, Sight sight) {
        Instant now = clock.instant();
        DueDates calendar = limits.calendar(reader.administration());
        return calendars.of(
                reader.administration().value(),
                now,
                clocks.list(new Clocks.Question(reader, now, null, null, null, MOST_DAYS)).stream()
                        .map(listed -> new Calendars.Day(
                                ClockWorkResource.task(listed),
                                calendar.lastDayBefore(listed.standing().clock().dueAt()),
                                ClockWorkResource.said(listed, sight),
                                sight.isNominal()
                                        ? ClockWorkResource.record(listed)
                                        : listed.place().kind()))
                        .toList());
    }
}
