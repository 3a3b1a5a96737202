package org.skypatch.registry.api;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Writes iCalendar (RFC 5545) feeds. */
@ApplicationScoped
class Calendars {

    private static final String PRODUCT = "-//Skypatch//Registry//EN";

    /**
     * What stands on a day.
     *
     * @param id the same as long as it is the same thing: a calendar program moves it then
     */
    record Day(UUID id, LocalDate on, String words, String record) {}

    /** A calendar of whole days; nobody is busy by them. */
    String of(String name, Instant now, List<Day> days) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setName("Skypatch " + name);
        days.forEach(day -> calendar.addEvent(event(now, day)));
        return Biweekly.write(calendar).go();
    }

    private static VEvent event(Instant now, Day day) {
        VEvent event = new VEvent();
        event.setUid(day.id() + "@skypatch");
        event.setDateTimeStamp(Date.from(now));
        event.setDateStart(date(day.on()));
        event.setDateEnd(date(day.on().plusDays(1)));
        event.setSummary(day.words());
        event.setDescription(day.record());
        event.setStatus(Status.confirmed());
        event.setTransparency(Transparency.transparent());
        return event;
    }

    /** A day without a time is the same everywhere: given by its parts, so that no zone shifts it. */
    private static ICalDate date(LocalDate day) {
        return new ICalDate(
                new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), 0, 0, 0, false), false);
    }
}
