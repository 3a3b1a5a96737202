package org.skypatch.notification.inbox;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.finding.RuleCode;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.access.CurrentCaller;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.edge.page.Cursor;
import org.skypatch.edge.page.Limit;
import org.skypatch.edge.page.Page;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.notification.alert.Alert;
import org.skypatch.notification.alert.AlertHistory;
import org.skypatch.notification.alert.AlertState;
import org.skypatch.notification.alert.AudienceKey;
import org.skypatch.notification.alert.DepartureNotice;
import org.skypatch.notification.alert.Inbox;
import org.skypatch.notification.alert.Notice;
import org.skypatch.notification.alert.NoticeFilter;
import org.skypatch.notification.alert.Seen;
import org.skypatch.notification.alert.TryAgainLater;
import org.skypatch.notification.desk.WorkState;

/** The inbox: alerts and departure notices that concern the caller, newest first. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public class AlertResource {

    private static final Logger LOG = Logger.getLogger(AlertResource.class);
    private static final int RETRY_AFTER_SECONDS = 2;
    private static final String DEPARTURE_NOTICE = "departure-notice";

    private final Inbox inbox;
    private final AlertDesk desk;
    private final CurrentCaller callers;
    private final BusinessClock clock;

    AlertResource(Inbox inbox, AlertDesk desk, CurrentCaller callers, BusinessClock clock) {
        this.inbox = inbox;
        this.desk = desk;
        this.callers = callers;
        this.clock = clock;
    }

    @GET
    @Path("/alerts")
    @RolesAllowed({"officer", "authority", "analyst", "operator", "admin"})
    @RunOnVirtualThread
    @Operation(summary = "Alerts that concern the caller, newest first")
    public Page<NoticeShown> alerts(
            @QueryParam("type") @Parameter(description = "alert or departure-notice; alert if not said") @Nullable
                    String type,
            @QueryParam("state") @Parameter(description = "open or cleared") @Nullable String state,
            @QueryParam("rule") @Nullable String rule,
            @QueryParam("severity") @Parameter(description = "at least this") @Nullable String severity,
            @QueryParam("movement") @Nullable String movement,
            @QueryParam("country") @Parameter(description = "in any part of the movement") @Nullable String country,
            @QueryParam("commodity") @Nullable String commodity,
            @QueryParam("work")
                    @Parameter(
                            description = "how far the caller's own country or region has come with it: open,"
                                    + " acknowledged, in-progress, resolved or dismissed")
                    @Nullable
                    String work,
            @QueryParam("assignee") @Parameter(description = "who of the caller's own works on it") @Nullable
                    String assignee,
            @QueryParam("snoozed") @Parameter(description = "false leaves out what is put off") @Nullable
                    String snoozed,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpHeaders headers) {
        Questions questions = new Questions();
        boolean departures = Boolean.TRUE.equals(questions.read("type", type, AlertResource::isDepartureNotice));
        NoticeFilter filter = new NoticeFilter(
                questions.read("state", state, label -> AlertState.parse(label)
                        .orElseThrow(() -> new IllegalArgumentException("must be open or cleared"))),
                questions.read("rule", rule, RuleCode::of),
                questions.read("severity", severity, Severity::of),
                questions.readId("movement", movement),
                questions.read("country", country, CountryCode::of),
                questions.read("commodity", commodity, CommodityId::of),
                questions.read("work", work, label -> WorkState.of(label).label()),
                assignee,
                Boolean.FALSE.equals(questions.read("snoozed", snoozed, AlertResource::truth))
                        ? clock.instant()
                        : null);
        questions.refuseIfWrong();
        return departures
                ? departurePage(filter, limit, cursor, headers)
                : page(limit, cursor, headers, inbox::alerts, filter, AlertResource::place);
    }

    @GET
    @Path("/departure-notices")
    @RolesAllowed({"officer", "authority", "analyst", "operator", "admin"})
    @RunOnVirtualThread
    @Operation(summary = "Controlled goods that left for the caller's country, newest first")
    public Page<NoticeShown> departureNotices(
            @QueryParam("movement") @Nullable String movement,
            @QueryParam("country") @Parameter(description = "in any part of the movement") @Nullable String country,
            @QueryParam("commodity") @Nullable String commodity,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpHeaders headers) {
        Questions questions = new Questions();
        NoticeFilter filter = new NoticeFilter(
                null,
                null,
                null,
                questions.readId("movement", movement),
                questions.read("country", country, CountryCode::of),
                questions.read("commodity", commodity, CommodityId::of),
                null,
                null,
                null);
        questions.refuseIfWrong();
        return departurePage(filter, limit, cursor, headers);
    }

    @GET
    @Path("/alerts/{id}")
    @RolesAllowed({"officer", "authority", "analyst", "operator", "admin"})
    @RunOnVirtualThread
    @Operation(summary = "One alert and what became of it")
    public NoticeShown.AlertShown alert(@PathParam("id") String id, @Context HttpHeaders headers) {
        return find(id, headers);
    }

    /** The alert as the caller may see it, with what its own desk has made of it. */
    NoticeShown.AlertShown find(String id, HttpHeaders headers) {
        Sight sight = callers.caller().sight();
        @Nullable UUID asked = new Questions().readId("id", id);
        return Optional.ofNullable(asked)
                .flatMap(each -> AudienceKey.of(sight).flatMap(audience -> ask(() -> inbox.alert(audience, each))))
                .flatMap(alert -> Seen.of(alert, sight, language(headers)))
                .filter(Seen.SeenAlert.class::isInstance)
                .map(Seen.SeenAlert.class::cast)
                .map(seen -> NoticeShown.of(seen)
                        .with(AlertHistory.of(
                                seen.finding().raisedAt(),
                                ask(() -> inbox.steps(seen.finding().id())))))
                .map(shown -> desk.inFull(shown, sight))
                .orElseThrow(() -> new ProblemException(EdgeProblem.NOT_FOUND, "no such alert"));
    }

    private Page<NoticeShown> departurePage(
            NoticeFilter filter, @Nullable Integer limit, @Nullable String cursor, HttpHeaders headers) {
        return page(limit, cursor, headers, inbox::departures, filter, AlertResource::place);
    }

    private interface Reading<N extends Notice> {
        List<N> page(AudienceKey audience, NoticeFilter filter, Inbox.@Nullable Place after, int limit);
    }

    /** Reads one more than asked for, to know whether there is a next page. */
    private <N extends Notice> Page<NoticeShown> page(
            @Nullable Integer asked,
            @Nullable String cursor,
            HttpHeaders headers,
            Reading<N> reading,
            NoticeFilter filter,
            Function<N, Inbox.Place> places) {
        int limit = Limit.of(asked);
        Inbox.@Nullable Place after = cursor == null ? null : place(cursor);
        Sight sight = callers.caller().sight();
        List<N> found = AudienceKey.of(sight)
                .map(audience -> ask(() -> reading.page(audience, filter, after, limit + 1)))
                .orElse(List.of());
        List<N> shown = found.size() > limit ? found.subList(0, limit) : found;
        Locale language = language(headers);
        return new Page<>(
                desk.inShort(
                        shown.stream()
                                .flatMap(notice -> Seen.of(notice, sight, language).stream())
                                .map(NoticeShown::of)
                                .toList(),
                        sight),
                found.size() > limit ? cursor(places.apply(shown.getLast())) : null);
    }

    /** Asks the inbox; 503 while the database is away. */
    static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (TryAgainLater e) {
            LOG.warnf("the inbox cannot be read just now: %s", e.getMessage());
            throw new ProblemException(
                    EdgeProblem.UNAVAILABLE, "the inbox cannot be read just now", List.of(), RETRY_AFTER_SECONDS);
        }
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }

    private static boolean isDepartureNotice(String type) {
        return switch (type) {
            case "alert" -> false;
            case DEPARTURE_NOTICE -> true;
            default -> throw new IllegalArgumentException("must be alert or departure-notice");
        };
    }

    private static Inbox.Place place(Alert alert) {
        return new Inbox.Place(alert.finding().raisedAt(), alert.id());
    }

    private static Inbox.Place place(DepartureNotice notice) {
        return new Inbox.Place(notice.at(), notice.id());
    }

    static String cursor(Inbox.Place place) {
        return Cursor.write(place.at(), place.id());
    }

    static Inbox.Place place(String cursor) {
        List<String> parts = Cursor.read(cursor, 2);
        try {
            return new Inbox.Place(Instant.parse(parts.getFirst()), UUID.fromString(parts.getLast()));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.refused();
        }
    }

    /** The first language that the caller accepts; English if it does not say. */
    static Locale language(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .filter(language -> !language.getLanguage().equals("*"))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
