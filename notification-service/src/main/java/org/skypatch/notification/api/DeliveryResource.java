package org.skypatch.notification.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.skypatch.edge.access.CurrentCaller;
import org.skypatch.edge.page.Cursor;
import org.skypatch.edge.page.Limit;
import org.skypatch.edge.page.Page;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.notification.delivery.DeliveryLog;
import org.skypatch.notification.delivery.DeliveryState;
import org.skypatch.notification.delivery.DueDelivery;

/** What was sent to the subscriptions of the caller's administration, when, with what answer, and when it is tried next. */
@Path("/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"officer", "authority", "analyst"})
public class DeliveryResource {

    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final DeliveryLog deliveries;
    private final CurrentCaller callers;

    DeliveryResource(DeliveryLog deliveries, CurrentCaller callers) {
        this.deliveries = deliveries;
        this.callers = callers;
    }

    /** Who may call: officers, authorities and analysts; each reads those of its own administration. */
    @GET
    @RunOnVirtualThread
    @Operation(summary = "Deliveries of one subscription or all, newest first")
    public Page<DeliveryShown> list(
            @QueryParam("subscription") @Nullable String subscription,
            @QueryParam("state") @Parameter(description = "pending, delivered, failed or withheld") @Nullable
                    String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int most = Limit.of(limit);
        UUID after =
                cursor == null ? null : id(Cursor.read(cursor, 1).getFirst()).orElseThrow(Cursor::refused);
        DeliveryState only = state(state);
        List<DeliveryLog.Entry> found = Calls.ask(
                () -> deliveries.entries(callers.caller().administration(), subscription, only, after, most + 1));
        List<DeliveryLog.Entry> shown = found.size() > most ? found.subList(0, most) : found;
        return new Page<>(
                shown.stream().map(DeliveryShown::of).toList(),
                found.size() > most ? Cursor.write(shown.getLast().id()) : null);
    }

    @POST
    @Path("/{id}/replay")
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    @Operation(summary = "Send one delivery again, under the same id")
    public Response replay(@PathParam("id") String id) {
        DeliveryLog.Entry entry = id(id).flatMap(each ->
                        Calls.ask(() -> deliveries.replay(callers.caller().administration(), each)))
                .orElseThrow(Calls::notFound);
        if (entry.type().equals(DueDelivery.TEST)) {
            throw new ProblemException(EdgeProblem.CONFLICT, "a test is not replayed; send another");
        }
        return Response.accepted(DeliveryShown.of(entry)).build();
    }

    private static Optional<UUID> id(String text) {
        return text.matches(ID) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    private static @Nullable DeliveryState state(@Nullable String label) {
        try {
            return label == null ? null : DeliveryState.of(label);
        } catch (IllegalArgumentException e) {
            throw Calls.malformed("/state", String.valueOf(e.getMessage()));
        }
    }
}
