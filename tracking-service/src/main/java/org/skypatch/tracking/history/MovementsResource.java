package org.skypatch.tracking.history;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.edge.access.CurrentCaller;
import org.skypatch.edge.page.Limit;
import org.skypatch.edge.page.Page;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.tracking.problem.TrackingProblem;

/** Movements, each caller within what it may see. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class MovementsResource {

    private final MovementHistory history;
    private final CurrentCaller current;

    MovementsResource(MovementHistory history, CurrentCaller current) {
        this.history = history;
        this.current = current;
    }

    /** Lists movements, newest first; {@code sort=startedAt} lists the oldest first. */
    @GET
    @Path("movements")
    @RunOnVirtualThread
    @Operation(summary = "Movements that the caller may see (everybody)")
    public Page<MovementView> list(
            @BeanParam MovementFilter filter,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpHeaders headers) {
        Caller caller = current.caller();
        if (filter.isNominal() && !caller.sight().isNominal()) {
            throw new ProblemException(
                    TrackingProblem.MASKED_FILTER,
                    "trader, licence, container, reference and text are for the Parties of a movement");
        }
        boolean oldestFirst = "startedAt".equals(sort);
        if (sort != null && !oldestFirst && !sort.equals("-startedAt")) {
            throw new ProblemException(
                    EdgeProblem.MALFORMED,
                    "no such order",
                    List.of(new FieldProblem("/sort", "must be startedAt or -startedAt")));
        }
        return history.list(caller, filter, oldestFirst, Limit.of(limit), cursor, language(headers));
    }

    /** Where a movement went that was joined with another. */
    public record Merged(UUID id, UUID mergedInto) {}

    /** One movement with its events, findings, verdict and balances; or where it went. */
    @GET
    @Path("movements/{id}")
    @RunOnVirtualThread
    @Operation(summary = "One movement that the caller may see (everybody)")
    public Response find(@PathParam("id") String id, @Context HttpHeaders headers) {
        Caller caller = current.caller();
        UUID movement = uuid(id).orElseThrow(MovementsResource::notFound);
        Optional<MovementView> view = history.find(movement, caller, language(headers));
        if (view.isPresent()) {
            return Response.ok(view.get()).build();
        }
        return history.mergedInto(movement, caller)
                .map(into -> Response.ok(new Merged(movement, into)).build())
                .orElseThrow(MovementsResource::notFound);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ProblemException notFound() {
        return new ProblemException(EdgeProblem.NOT_FOUND, "nothing here");
    }

    private static Locale language(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .filter(language -> !language.getLanguage().equals("*"))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
