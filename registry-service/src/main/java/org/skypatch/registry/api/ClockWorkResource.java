package org.skypatch.registry.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.finding.Sentences;
import org.skypatch.edge.access.CurrentCaller;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.edge.page.Cursor;
import org.skypatch.edge.page.Limit;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.clock.Clocks;
import org.skypatch.registry.clock.DueDates;
import org.skypatch.registry.clock.Limits;
import org.skypatch.registry.clock.RunningClock;
import org.skypatch.registry.clock.Tasks;

/** The clocks on which the caller's administration must act: a work list, and a calendar. */
@Path("/v1")
public class ClockWorkResource {

    private final Clocks clocks;
    private final Limits limits;
    private final CurrentCaller caller;
    private final BusinessClock clock;
    private final ClockCalendar calendar;

    ClockWorkResource(Clocks clocks, Limits limits, CurrentCaller caller, BusinessClock clock, ClockCalendar calendar) {
        this.clocks = clocks;
        this.limits = limits;
        this.caller = caller;
        this.clock = clock;
        this.calendar = calendar;
    }

    /**
     * A running clock.
     *
     * @param record the record on which it runs, as {@code <kind>:<name>}
     * @param name its name within the record
     * @param todo what a person must do, such as {@code consultation-to-answer}
     * @param task the id of the task, as on {@code registry-tasks}
     * @param limit the limit that it comes of, as {@code <scope>/<id>}
     * @param effect what silence does
     * @param startedAt when the limit began to run
     * @param dueAt the first instant that is too late
     * @param lastDay the last day in time, where the caller's administration is
     * @param daysLeft whole days until the last day; missing if overdue
     * @param workingDaysLeft working days of the caller's administration until the last day; missing if overdue
     * @param overdueDays days since the last day; missing if not overdue
     * @param firedAt when the system drew its consequence; missing if it did not yet
     * @param sentence what is to be done, in English
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Work(
            String record,
            String name,
            String todo,
            UUID task,
            String limit,
            String effect,
            Instant startedAt,
            Instant dueAt,
            LocalDate lastDay,
            @Nullable Long daysLeft,
            @Nullable Long workingDaysLeft,
            @Nullable Long overdueDays,
            @Nullable Instant firedAt,
            String sentence) {}

    /** Who may call: an authority; it finds what its administration, or its country within its competences, must do. */
    @GET
    @Path("/clocks")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(summary = "Running clocks on which the caller's administration must act, the earliest due first")
    public Page<Work> list(
            @Parameter(description = "true: only what is overdue; false: only what is not")
                    @QueryParam("overdue")
                    @Nullable
                    Boolean overdue,
            @Parameter(description = "only what is due until the end of this day") @QueryParam("until") @Nullable
                    String until,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int most = Limit.of(limit);
        Instant now = clock.instant();
        Caller reader = caller.caller();
        DueDates calendar = limits.calendar(reader.administration());
        LocalDate day = Texts.inQuery("until", until, LawRecords::day);
        Page<Clocks.Listed> page = Pages.of(
                clocks.list(new Clocks.Question(
                        reader,
                        now,
                        overdue,
                        day == null ? null : calendar.endOf(day).plusNanos(1_000),
                        cursor == null ? null : after(Cursor.read(cursor, 4)),
                        most + 1)),
                most,
                ClockWorkResource::cursor);
        return new Page<>(
                page.items().stream()
                        .map(listed -> work(listed, calendar, now, reader.sight()))
                        .toList(),
                page.next());
    }

    /** Who may call: an authority; its calendar program sends its token. */
    @GET
    @Path("/clocks.ics")
    @Produces("text/calendar")
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(summary = "The same as an iCalendar feed: a day's event for the last day of each clock")
    public String calendar() {
        Caller reader = caller.caller();
        return calendar.of(reader, reader.sight());
    }

    /** The record that a clock runs on, as {@code <kind>:<name>}. */
    static String record(Clocks.Listed listed) {
        return listed.place().kind() + ":" + listed.place().record();
    }

    /** The id of a clock's task. */
    static UUID task(Clocks.Listed listed) {
        return Tasks.id(record(listed), listed.standing().clock().taskName());
    }

    /** What is to be done, in English. */
    static String said(Clocks.Listed listed, Sight sight) {
        return Sentences.say(listed.standing().clock().sentence(), Locale.ENGLISH, sight);
    }

    private static Work work(Clocks.Listed listed, DueDates calendar, Instant now, Sight sight) {
        RunningClock running = listed.standing().clock();
        boolean isOverdue = !running.dueAt().isAfter(now);
        long days = calendar.daysLeft(now, running.dueAt());
        return new Work(
                record(listed),
                running.name(),
                running.task(),
                task(listed),
                running.limit(),
                running.effect(),
                running.startedAt(),
                running.dueAt(),
                calendar.lastDayBefore(running.dueAt()),
                isOverdue ? null : days,
                isOverdue ? null : calendar.workingDaysLeft(now, running.dueAt()),
                isOverdue ? -days : null,
                listed.standing().firedAt(),
                said(listed, sight));
    }

    private static String cursor(Clocks.Listed listed) {
        return Cursor.write(
                listed.standing().clock().dueAt(),
                listed.place().kind(),
                listed.place().record(),
                listed.place().name());
    }

    private static Clocks.Place after(List<String> parts) {
        try {
            return new Clocks.Place(
                    Instant.parse(parts.getFirst()), new Clocks.Due(parts.get(1), parts.get(2), parts.get(3)));
        } catch (DateTimeException e) {
            throw Cursor.refused();
        }
    }
}
