package org.skypatch.tracking.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.access.CurrentCaller;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.tracking.process.Releasing;
import org.skypatch.tracking.process.Releasing.Outcome;
import org.skypatch.tracking.release.Extent;
import org.skypatch.tracking.release.Release;

/** Letting another reporter or a regional office see a movement, and taking that back. */
@Path("/v1/movements/{id}/releases")
@Produces(MediaType.APPLICATION_JSON)
public class ReleasesResource {

    private static final int MOST_WORDS = 2_000;

    private final Releasing releasing;
    private final CurrentCaller current;

    ReleasesResource(Releasing releasing, CurrentCaller current) {
        this.releasing = releasing;
        this.current = current;
    }

    /**
     * Who may see the movement besides.
     *
     * @param to an administration such as {@code FR-customs} or its country, which is whom it is released to; or
     *     {@code region:<WCO region>} for its office
     * @param extent whole or non-nominal
     * @param reason at most 2,000 characters; the Parties read it
     */
    public record Wish(
            @Nullable String to,
            @Nullable String extent,
            @Nullable String reason) {}

    /**
     * What is released.
     *
     * @param extent whole, non-nominal or revoked
     */
    public record Released(UUID id, String to, String extent, String by, Instant at) {

        static Released of(Release release) {
            return new Released(
                    release.id(),
                    release.to(),
                    release.extent().label(),
                    release.by().value(),
                    release.at());
        }
    }

    /**
     * Lets others see the movement, whole or without names and numbers. Releasing to the same again changes the extent.
     *
     * <p>Who may call: authorities of the Parties of the movement; to another country those of dispatch and destination only.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(summary = "Let another country or a regional office see the movement (authorities of its Parties)")
    public Response release(@PathParam("id") String id, @Nullable Wish wish) {
        Wish wished = wish == null ? new Wish(null, null, null) : wish;
        List<FieldProblem> wrong = new ArrayList<>(reason(wished.reason()));
        Optional<String> to = Optional.ofNullable(wished.to()).flatMap(ReleasesResource::audience);
        if (to.isEmpty()) {
            wrong.add(new FieldProblem("/to", "must be a country, an administration of one, or region:<WCO region>"));
        }
        Optional<Extent> extent =
                Optional.ofNullable(wished.extent()).flatMap(Extent::parse).filter(one -> one != Extent.NOTHING);
        if (extent.isEmpty()) {
            wrong.add(new FieldProblem("/extent", "must be whole or non-nominal"));
        }
        refuse(wrong);
        return answer(releasing.release(
                uuid(id), current.caller(), to.orElseThrow(), extent.orElseThrow(), String.valueOf(wished.reason())));
    }

    /**
     * Takes a release back: from then on nothing of the movement is shown by it.
     *
     * <p>Who may call: authorities of the Party that gave it.
     */
    @DELETE
    @Path("{release}")
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(summary = "Take a release back (authorities of the Party that gave it)")
    public Response revoke(
            @PathParam("id") String id,
            @PathParam("release") String release,
            @QueryParam("reason") @Nullable String reason) {
        refuse(reason(reason));
        return answer(releasing.revoke(uuid(id), uuid(release), current.caller(), String.valueOf(reason)));
    }

    private static Optional<String> audience(String to) {
        if (to.startsWith("region:") && to.length() > "region:".length() && to.length() <= 100) {
            return Optional.of(to);
        }
        return CountryCode.parse(to)
                .or(() -> {
                    try {
                        return AdministrationId.of(to).country();
                    } catch (IllegalArgumentException e) {
                        return Optional.empty();
                    }
                })
                .map(CountryCode::value);
    }

    private static List<FieldProblem> reason(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            return List.of(new FieldProblem("/reason", "is required"));
        }
        return reason.length() > MOST_WORDS
                ? List.of(new FieldProblem("/reason", "must be at most 2000 characters"))
                : List.of();
    }

    private static void refuse(List<FieldProblem> wrong) {
        if (!wrong.isEmpty()) {
            throw new ProblemException(EdgeProblem.MALFORMED, "this cannot be released", wrong);
        }
    }

    private static Response answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var release, var isNew) ->
                Response.status(isNew ? Response.Status.CREATED : Response.Status.OK)
                        .entity(Released.of(release))
                        .build();
            case Outcome.NotSeen() -> throw new ProblemException(EdgeProblem.NOT_FOUND, "nothing here");
            case Outcome.NotTheirs(var why) -> throw new ProblemException(EdgeProblem.FORBIDDEN, why);
            case Outcome.NoSuchRegion() ->
                throw new ProblemException(
                        EdgeProblem.IMPOSSIBLE,
                        "no country is known to lie in this region",
                        List.of(new FieldProblem("/to", "is no WCO region")));
            case Outcome.Needless() ->
                throw new ProblemException(
                        EdgeProblem.IMPOSSIBLE,
                        "they see the movement as it is",
                        List.of(new FieldProblem("/to", "sees it as much already")));
        };
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(EdgeProblem.NOT_FOUND, "nothing here");
        }
    }
}
