package org.skypatch.notification.inbox;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.edge.access.CurrentCaller;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.notification.alert.AudienceKey;
import org.skypatch.notification.desk.Desks;
import org.skypatch.notification.desk.Outcome;
import org.skypatch.notification.desk.Precision;
import org.skypatch.notification.desk.Work;
import org.skypatch.notification.desk.WorkEntry;
import org.skypatch.notification.desk.WorkMove;
import org.skypatch.notification.problem.NotificationProblem;

/** What the caller's country or region makes of its alerts, and what that says of the rules. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WorkResource {

    private static final int LONGEST_WORDS = 4_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SNOOZE_DAYS = 90;

    private final AlertResource alerts;
    private final Desks desks;
    private final CurrentCaller callers;
    private final SecurityIdentity identity;
    private final BusinessClock clock;

    WorkResource(
            AlertResource alerts, Desks desks, CurrentCaller callers, SecurityIdentity identity, BusinessClock clock) {
        this.alerts = alerts;
        this.desks = desks;
        this.callers = callers;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * What is said with a move.
     *
     * @param words required of a comment
     * @param to who is to work on it; required of an assignment
     * @param outcome confirmed-illegal, irregular, error-in-data or innocent; required of an end
     * @param until until when it is put off; required of a snooze
     */
    public record Body(
            @Nullable String words,
            @Nullable String to,
            @Nullable String outcome,
            @Nullable String until) {

        private static final Body NOTHING = new Body(null, null, null, null);
    }

    /** Who may call: whoever sees the alert with a desk of its own; others see nothing of what the desk does. */
    @POST
    @Path("/alerts/{id}/{move: acknowledge|comment|assign|resolve|dismiss|snooze}")
    @RolesAllowed({"officer", "authority", "analyst"})
    @RunOnVirtualThread
    @Operation(
            summary = "Acknowledges, comments on, assigns, resolves, dismisses or snoozes an alert for the caller's own"
                    + " country or region; resolving and dismissing carry an outcome",
            description =
                    "409 names the present state and the allowed moves. With If-Match, 412 if somebody was faster."
                            + " A repetition changes nothing")
    public Response move(
            @PathParam("id") String id,
            @PathParam("move") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String match,
            @Nullable Body body,
            @Context HttpHeaders headers) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        NoticeShown.AlertShown alert = alerts.find(id, headers);
        WorkMove move = read(name, body == null ? Body.NOTHING : body, now);
        Caller caller = callers.caller();
        AudienceKey desk = AlertDesk.of(caller.sight()).orElseThrow();
        Work work;
        try {
            work = AlertResource.ask(() -> desks.change(desk, alert.id(), now, before -> {
                if (match != null && !match.equals(tag(before))) {
                    throw new ProblemException(
                            NotificationProblem.CHANGED_MEANWHILE, "it is now " + tag(before), List.of());
                }
                Work after = before.after(move);
                return new Desks.Changed(
                        after,
                        after.revision() == before.revision()
                                ? null
                                : WorkEntry.of(after, now, move, caller.administration(), person()));
            }));
        } catch (Work.NotAllowed e) {
            throw new ProblemException(NotificationProblem.ILLEGAL_MOVE, e.getMessage(), List.of());
        }
        return Response.ok(alert.with(WorkShown.of(work, AlertResource.ask(() -> desks.history(desk, alert.id())))))
                .header(HttpHeaders.ETAG, tag(work))
                .build();
    }

    private static String tag(Work work) {
        return "\"" + work.revision() + "\"";
    }

    private @Nullable String person() {
        return Optional.ofNullable(identity.getPrincipal().getName())
                .filter(name -> name.length() <= LONGEST_NAME)
                .orElse(null);
    }

    private static WorkMove read(String name, Body body, Instant now) {
        Questions questions = new Questions();
        String words = questions.read("words", body.words(), text -> notLonger(text, LONGEST_WORDS));
        WorkMove move =
                switch (name) {
                    case "acknowledge" -> new WorkMove.Acknowledge();
                    case "comment" -> {
                        String text = questions.required("words", body.words(), said -> notLonger(said, LONGEST_WORDS));
                        yield text == null ? null : new WorkMove.Comment(text);
                    }
                    case "assign" -> {
                        String to = questions.required("to", body.to(), text -> notLonger(text, LONGEST_NAME));
                        yield to == null ? null : new WorkMove.Assign(to);
                    }
                    case "resolve" -> ended(questions, body, outcome -> new WorkMove.Resolve(outcome, words));
                    case "dismiss" -> ended(questions, body, outcome -> new WorkMove.Dismiss(outcome, words));
                    default -> {
                        Instant until = questions.required("until", body.until(), text -> later(text, now));
                        yield until == null ? null : new WorkMove.Snooze(until, words);
                    }
                };
        questions.refuseIfWrong();
        return Optional.ofNullable(move).orElseThrow();
    }

    private static @Nullable WorkMove ended(Questions questions, Body body, Function<Outcome, WorkMove> how) {
        Outcome outcome = questions.required("outcome", body.outcome(), Outcome::of);
        return outcome == null ? null : how.apply(outcome);
    }

    private static String notLonger(String text, int most) {
        if (text.isBlank() || text.length() > most || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("must be 1 to " + most + " characters of text");
        }
        return text.strip();
    }

    private static Instant later(String text, Instant now) {
        Instant until;
        try {
            until = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be an instant such as 2026-03-02T09:30:00Z", e);
        }
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_SNOOZE_DAYS, ChronoUnit.DAYS))) {
            throw new IllegalArgumentException("must be after now and within " + LONGEST_SNOOZE_DAYS + " days");
        }
        return until;
    }

    /**
     * How often a rule was right.
     *
     * @param ended how many alerts ended with an outcome
     * @param precision the share that was illegal or irregular; 0 to 1
     */
    public record PrecisionShown(
            String rule,
            long ended,
            long confirmedIllegal,
            long irregular,
            long errorInData,
            long innocent,
            double precision) {

        private static PrecisionShown of(Precision rule) {
            return new PrecisionShown(
                    rule.rule().value(),
                    rule.ended(),
                    rule.outcomes().getOrDefault(Outcome.CONFIRMED_ILLEGAL, 0L),
                    rule.outcomes().getOrDefault(Outcome.IRREGULAR, 0L),
                    rule.outcomes().getOrDefault(Outcome.ERROR_IN_DATA, 0L),
                    rule.outcomes().getOrDefault(Outcome.INNOCENT, 0L),
                    rule.share().orElseThrow());
        }
    }

    /** Who may call: everybody with a desk, about its own outcomes; operators about everybody's, as numbers alone. */
    @GET
    @Path("/precision")
    @RolesAllowed({"officer", "authority", "analyst", "operator", "admin"})
    @RunOnVirtualThread
    @Operation(summary = "How often each rule was right, by the outcomes of its alerts")
    public List<PrecisionShown> precision(
            @QueryParam("from") @Parameter(description = "when the work ended, at the earliest") @Nullable String from,
            @QueryParam("until") @Parameter(description = "when the work ended, before this") @Nullable String until) {
        Questions questions = new Questions();
        Instant begin = questions.read("from", from, WorkResource::instant);
        Instant end = questions.read("until", until, WorkResource::instant);
        questions.refuseIfWrong();
        return AudienceKey.of(callers.caller().sight())
                .map(audience -> AlertResource.ask(() -> desks.precision(
                        audience.equals(AudienceKey.ALL) ? null : audience,
                        begin == null ? Instant.EPOCH : begin,
                        end == null ? clock.instant().plus(1, ChronoUnit.DAYS) : end)))
                .orElseThrow(() -> new ProblemException(EdgeProblem.FORBIDDEN, "you see no alerts", List.of()))
                .stream()
                .map(PrecisionShown::of)
                .toList();
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be an instant such as 2026-03-02T09:30:00Z", e);
        }
    }
}
