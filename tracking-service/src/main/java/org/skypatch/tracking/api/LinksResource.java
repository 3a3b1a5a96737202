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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.edge.access.CurrentCaller;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.tracking.movement.ManualLink;
import org.skypatch.tracking.process.Linking;
import org.skypatch.tracking.process.Linking.Outcome;

/** Joining movements by hand, and parting them. */
@Path("/v1/movements/{id}/links")
@Produces(MediaType.APPLICATION_JSON)
public class LinksResource {

    private static final int MOST_WORDS = 2_000;

    private final Linking linking;
    private final CurrentCaller current;

    LinksResource(Linking linking, CurrentCaller current) {
        this.linking = linking;
        this.current = current;
    }

    /**
     * What is said of two movements.
     *
     * @param movement the other one
     * @param together whether they are one; true if not said; false also keeps apart what is only alike
     * @param reason at most 2,000 characters; the Parties concerned read it
     */
    public record Statement(
            @Nullable String movement,
            @Nullable Boolean together,
            @Nullable String reason) {}

    /**
     * What comes of it.
     *
     * @param state proposed, agreed or refused
     */
    public record Linked(UUID id, String state) {}

    /**
     * Says that the movement and another are one. Where two countries reported the ends it is a proposal, until the other
     * country, or an operator, says the same by the same call; then they are joined.
     *
     * <p>Who may call: officers and authorities of the countries that reported the two ends, and operators; 404 for whoever
     * does not see both.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"officer", "authority", "operator"})
    @RunOnVirtualThread
    @Operation(summary = "Join two movements by hand, or agree (countries that reported the ends, operators)")
    public Response link(@PathParam("id") String id, @Nullable Statement statement) {
        Statement said = statement == null ? new Statement(null, null, null) : statement;
        List<FieldProblem> wrong = new ArrayList<>(reason(said.reason()));
        Optional<UUID> other = uuid(said.movement());
        if (other.isEmpty()) {
            wrong.add(new FieldProblem("/movement", "must be the id of the other movement"));
        }
        refuse(wrong);
        return answer(linking.say(
                uuid(id).orElseThrow(LinksResource::notFound),
                other.orElseThrow(),
                current.caller(),
                !Boolean.FALSE.equals(said.together()),
                said.reason()));
    }

    /**
     * Refuses a proposed link, or takes back one's agreement: then the two are parted at once.
     *
     * <p>Who may call: officers and authorities of the countries that reported the two ends, and operators.
     */
    @DELETE
    @Path("{link}")
    @RolesAllowed({"officer", "authority", "operator"})
    @RunOnVirtualThread
    @Operation(summary = "Refuse or part a link made by hand (countries that reported the ends, operators)")
    public Response unlink(
            @PathParam("id") String id, @PathParam("link") String link, @QueryParam("reason") @Nullable String reason) {
        refuse(reason(reason));
        return answer(linking.part(
                uuid(id).orElseThrow(LinksResource::notFound),
                uuid(link).orElseThrow(LinksResource::notFound),
                current.caller(),
                String.valueOf(reason)));
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
            throw new ProblemException(EdgeProblem.MALFORMED, "this cannot be said", wrong);
        }
    }

    private static Response answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var link, var isNew) ->
                Response.status(isNew ? Response.Status.CREATED : Response.Status.OK)
                        .entity(linked(link))
                        .build();
            case Outcome.NotSeen() -> throw notFound();
            case Outcome.NotTheirs(var why) -> throw new ProblemException(EdgeProblem.FORBIDDEN, why);
            case Outcome.Contradicting(var why) -> throw new ProblemException(EdgeProblem.CONFLICT, why);
        };
    }

    private static Linked linked(ManualLink link) {
        return new Linked(link.id(), link.state().label());
    }

    private static ProblemException notFound() {
        return new ProblemException(EdgeProblem.NOT_FOUND, "nothing here");
    }

    private static Optional<UUID> uuid(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
