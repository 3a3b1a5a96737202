package org.skypatch.notification.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.edge.access.CurrentCaller;
import org.skypatch.edge.page.Cursor;
import org.skypatch.edge.page.Limit;
import org.skypatch.edge.page.Page;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.notification.alert.AudienceKey;
import org.skypatch.notification.delivery.DeliveryLog;
import org.skypatch.notification.delivery.DeliveryState;
import org.skypatch.notification.delivery.WebhookAddresses;
import org.skypatch.notification.subscription.Subscription;
import org.skypatch.notification.subscription.Subscriptions;

/** The subscriptions of the caller's administration: what it wants to be told, and where. */
@Path("/v1/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"officer", "authority", "analyst"})
public class SubscriptionResource {

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private final Subscriptions subscriptions;
    private final DeliveryLog deliveries;
    private final WebhookAddresses addresses;
    private final CurrentCaller callers;

    SubscriptionResource(
            Subscriptions subscriptions, DeliveryLog deliveries, WebhookAddresses addresses, CurrentCaller callers) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.addresses = addresses;
        this.callers = callers;
    }

    /** Who may call: officers, authorities and analysts; each keeps those of its own administration. */
    @PUT
    @Path("/{id}")
    @RunOnVirtualThread
    @Operation(summary = "Make a subscription, or change it with If-Match; a new one shows its secret this once")
    public Response put(@PathParam("id") String id, @Nullable SubscriptionAsked asked, @Context HttpHeaders headers) {
        Caller caller = callers.caller();
        AudienceKey audience = AudienceKey.of(caller.sight())
                .orElseThrow(() -> new ForbiddenException("this caller sees nothing that it could be told"));
        if (!id.matches(NAME)) {
            throw Calls.malformed("/id", "must be at most 64 letters, digits, dots, hyphens and low lines");
        }
        if (asked == null) {
            throw Calls.malformed("", "must be a subscription");
        }
        SubscriptionAsked.Asked read = asked.read(caller.country(), addresses);
        Subscriptions.Wanted wanted = new Subscriptions.Wanted(
                caller.administration(),
                id,
                audience,
                caller.country(),
                read.interest(),
                read.channel(),
                read.active());
        return switch (Calls.ask(() -> subscriptions.put(wanted, Calls.known(headers)))) {
            case Subscriptions.Kept.Created(var made, var secret) ->
                Calls.tagged(201, made.version(), SubscriptionShown.of(made, secret));
            case Subscriptions.Kept.Changed(var changed) ->
                Calls.tagged(200, changed.version(), SubscriptionShown.of(changed));
            case Subscriptions.Kept kept -> throw refused(kept);
        };
    }

    private static ProblemException refused(Subscriptions.Kept kept) {
        return switch (kept) {
            case Subscriptions.Kept.Missing() -> Calls.notFound();
            case Subscriptions.Kept.Outdated() ->
                new ProblemException(EdgeProblem.PRECONDITION_FAILED, "read the subscription again");
            case Subscriptions.Kept.VersionNotSaid() ->
                new ProblemException(EdgeProblem.PRECONDITION_REQUIRED, "send the ETag that you read as If-Match");
            case Subscriptions.Kept.TooMany() ->
                new ProblemException(
                        EdgeProblem.CONFLICT,
                        "an administration may have " + Subscriptions.MOST + " subscriptions; delete one first");
            case Subscriptions.Kept.Created _, Subscriptions.Kept.Changed _ ->
                throw new IllegalStateException("not a refusal");
        };
    }

    @GET
    @RunOnVirtualThread
    @Operation(summary = "The subscriptions of the caller's administration, by name")
    public Page<SubscriptionShown> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        int most = Limit.of(limit);
        String after = cursor == null ? null : Cursor.read(cursor, 1).getFirst();
        List<Subscription> found =
                Calls.ask(() -> subscriptions.list(callers.caller().administration(), after, most + 1));
        List<Subscription> shown = found.size() > most ? found.subList(0, most) : found;
        return new Page<>(
                shown.stream().map(SubscriptionShown::of).toList(),
                found.size() > most ? Cursor.write(shown.getLast().name()) : null);
    }

    @GET
    @Path("/{id}")
    @RunOnVirtualThread
    @Operation(summary = "One subscription, without its secret")
    public Response get(@PathParam("id") String id) {
        return Calls.ask(() -> subscriptions.find(callers.caller().administration(), id))
                .map(found -> Calls.tagged(200, found.version(), SubscriptionShown.of(found)))
                .orElseThrow(Calls::notFound);
    }

    @DELETE
    @Path("/{id}")
    @RunOnVirtualThread
    @Operation(summary = "Delete a subscription and what waits for it, with If-Match")
    public Response delete(@PathParam("id") String id, @Context HttpHeaders headers) {
        return switch (Calls.ask(
                () -> subscriptions.delete(callers.caller().administration(), id, Calls.known(headers)))) {
            case Subscriptions.Kept.Changed _ -> Response.noContent().build();
            case Subscriptions.Kept kept -> throw refused(kept);
        };
    }

    @POST
    @Path("/{id}/test")
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    @Operation(summary = "Send a test, once; what came of it is among the deliveries")
    public Response test(@PathParam("id") String id) {
        return Calls.ask(() -> deliveries.test(callers.caller().administration(), id))
                .map(entry -> Response.accepted(DeliveryShown.of(entry)).build())
                .orElseThrow(Calls::notFound);
    }

    /**
     * A new secret beside the old one.
     *
     * @param oldOnesEndAt until then messages carry a signature for each
     */
    public record RotatedShown(String secret, Instant oldOnesEndAt) {}

    @POST
    @Path("/{id}/secret/rotate")
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    @Operation(summary = "Give the webhook a new secret, shown this once; the old one lives on for 24 hours")
    public RotatedShown rotate(@PathParam("id") String id) {
        return Calls.ask(() -> subscriptions.rotate(callers.caller().administration(), id))
                .map(rotated -> new RotatedShown(rotated.secret().text(), rotated.oldOnesEndAt()))
                .orElseThrow(Calls::notFound);
    }

    /**
     * Which deliveries are to be sent again.
     *
     * @param from the first instant at which they were written
     * @param until the first instant after; now if it is missing
     * @param states what became of them; failed alone if it is missing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReplayAsked(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable List<@Nullable String> states) {}

    /** How many are sent again. */
    public record ReplayShown(int replayed) {}

    @POST
    @Path("/{id}/replay")
    @RunOnVirtualThread
    @Operation(summary = "Send the deliveries of a time again, each under its own id")
    public Response replay(@PathParam("id") String id, @Nullable ReplayAsked asked) {
        if (asked == null || asked.from() == null) {
            throw Calls.malformed("/from", "must be an instant");
        }
        Instant from = asked.from();
        Instant until = asked.until() == null ? Instant.now() : asked.until();
        if (!from.isBefore(until)) {
            throw Calls.malformed("/until", "must be after from");
        }
        var replayed =
                Calls.ask(() -> deliveries.replay(callers.caller().administration(), id, states(asked), from, until));
        if (replayed.isEmpty()) {
            throw Calls.notFound();
        }
        return Response.accepted(new ReplayShown(replayed.getAsInt())).build();
    }

    private static Set<DeliveryState> states(ReplayAsked asked) {
        if (asked.states() == null) {
            return Set.of(DeliveryState.FAILED);
        }
        Set<DeliveryState> states = new HashSet<>();
        for (String label : asked.states()) {
            try {
                states.add(DeliveryState.of(String.valueOf(label)));
            } catch (IllegalArgumentException e) {
                throw Calls.malformed("/states", String.valueOf(e.getMessage()));
            }
        }
        return states;
    }
}
