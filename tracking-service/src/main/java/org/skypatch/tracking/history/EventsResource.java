package org.skypatch.tracking.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.customs.CustomsEvent;
import org.skypatch.contracts.customs.EventWarning;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.edge.access.CurrentCaller;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.tracking.movement.EventIds;
import org.skypatch.tracking.movement.ReferenceKey;
import org.skypatch.tracking.problem.TrackingProblem;

/** A reporter's own events. */
@Path("/v1/customs-events")
@Produces(MediaType.APPLICATION_JSON)
public class EventsResource {

    private static final int RETRY_AFTER_SECONDS = 1;

    /** How long a correction waits for what it corrects before its reporter is told (policy). */
    private static final Duration CORRECTIONS_WAIT = Duration.ofDays(30);

    private static final String NOTHING_TO_CORRECT = "the event that it corrects has not come within 30 days";

    private final Rows rows;
    private final CurrentCaller current;
    private final BusinessClock clock;

    EventsResource(Rows rows, CurrentCaller current, BusinessClock clock) {
        this.rows = rows;
        this.current = current;
        this.clock = clock;
    }

    /** Another content that came under the same id and was not applied. */
    public record Conflict(Instant recordedAt, CustomsEvent event) {}

    /**
     * An event and what became of it.
     *
     * @param state {@code applied}, {@code superseded}, {@code waiting} for the event it corrects, or {@code parked}
     * @param reason why it is parked
     * @param movement the movement that the caller sees it in
     * @param conflicts what came under its id with other content
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OwnEvent(
            UUID id,
            String state,
            @Nullable String reason,
            @Nullable UUID movement,
            @Nullable Instant recordedAt,
            @Nullable List<EventWarning> warnings,
            @Nullable CustomsEvent event,
            List<Conflict> conflicts) {}

    /** The event, once it has been applied; 404 with Retry-After before. For the country that reported it. */
    @GET
    @Path("{id}")
    @RolesAllowed("reporter")
    @RunOnVirtualThread
    @Operation(summary = "One of the caller's own events and what became of it (reporters)")
    public OwnEvent find(@PathParam("id") String id) {
        Caller caller = current.caller();
        Supplier<ProblemException> notFound = () -> new ProblemException(
                TrackingProblem.NOT_APPLIED_YET, "nothing here, or not yet", List.of(), RETRY_AFTER_SECONDS);
        UUID event;
        try {
            event = UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw notFound.get();
        }
        return rows.as(caller, () -> applied(event, caller).or(() -> parked(event, caller)))
                .orElseThrow(notFound);
    }

    private Optional<OwnEvent> applied(UUID id, Caller caller) {
        return rows
                .list(
                        "select e.payload from event_key k join customs_event e"
                                + " on e.id = k.id and e.recorded_at = k.recorded_at where k.id = ?",
                        List.of(id),
                        row -> rows.json(row.getBytes(1), RecordedEvent.class))
                .stream()
                .filter(recorded -> isOwn(recorded, caller))
                .findFirst()
                .map(recorded -> shown(recorded, caller));
    }

    private OwnEvent shown(RecordedEvent recorded, Caller caller) {
        String state = state(recorded);
        return new OwnEvent(
                recorded.id(),
                state,
                state.equals("parked") ? NOTHING_TO_CORRECT : null,
                movement(recorded.id(), caller).orElse(null),
                recorded.recordedAt(),
                recorded.warnings(),
                recorded.event(),
                conflicts(recorded.id()));
    }

    private static boolean isOwn(RecordedEvent recorded, Caller caller) {
        return recorded.event().reportedBy().equals(caller.administration())
                || recorded.event().reportingCountry().isPresent()
                        && recorded.event().reportingCountry().equals(caller.actsFor());
    }

    private String state(RecordedEvent recorded) {
        String corrects = recorded.event().references().corrects();
        if (recorded.event().type().isCorrection() && corrects != null) {
            UUID original = EventIds.of(recorded.event().reportedBy(), corrects);
            if (isThere("select 1 from event_key where id = ?", original)) {
                return "applied";
            }
            return waitsInVain(recorded) ? "parked" : "waiting";
        }
        return isThere(
                        "select 1 from event_reference where kind = 'CORRECTS' and value = ? limit 1",
                        ReferenceKey.correctionsOf(recorded.id()).value())
                ? "superseded"
                : "applied";
    }

    /** It is still taken up if what it corrects comes after all: the state must not hang on the order of events. */
    private boolean waitsInVain(RecordedEvent correction) {
        return correction.recordedAt().plus(CORRECTIONS_WAIT).isBefore(clock.instant());
    }

    private boolean isThere(String sql, Object value) {
        return !rows.list(sql, List.of(value), row -> row.getInt(1)).isEmpty();
    }

    private Optional<UUID> movement(UUID event, Caller caller) {
        return caller.actsFor().flatMap(country -> rows
                .list(
                        "select e.movement_id from movement_event e join movement_audience a"
                                + " on a.movement_id = e.movement_id and a.audience = ? where e.event_id = ?"
                                + " order by a.released desc limit 1",
                        List.of(country.value(), event),
                        row -> row.getObject(1, UUID.class))
                .stream()
                .findFirst());
    }

    private List<Conflict> conflicts(UUID id) {
        return rows
                .list(
                        "select payload from event_conflict where event_id = ? order by recorded_at, content_hash",
                        List.of(id),
                        row -> rows.json(row.getBytes(1), RecordedEvent.class))
                .stream()
                .map(loser -> new Conflict(loser.recordedAt(), loser.event()))
                .toList();
    }

    private Optional<OwnEvent> parked(UUID id, Caller caller) {
        List<OwnEvent> found = new ArrayList<>();
        rows.list("select payload, reason from parked_record where event_id = ? order by id", List.of(id), row -> {
                    RecordedEvent recorded = rows.json(row.getBytes(1), RecordedEvent.class);
                    return isOwn(recorded, caller)
                            ? Optional.of(new OwnEvent(
                                    id,
                                    "parked",
                                    row.getString(2),
                                    null,
                                    recorded.recordedAt(),
                                    recorded.warnings(),
                                    recorded.event(),
                                    List.of()))
                            : Optional.<OwnEvent>empty();
                })
                .forEach(one -> one.ifPresent(found::add));
        return found.stream().findFirst();
    }
}
