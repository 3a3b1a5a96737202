package org.skypatch.tracking.history;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Sight;
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

    /** The header in which an operator says why names and numbers must be read. */
    static final String REASON = "Skypatch-Reason";

    /** By what a list may be sorted, were it not masked. */
    private static final Set<String> MASKED_ORDERS = Set.of("trader", "licence", "container", "reference", "text");

    private final MovementHistory history;
    private final NominalReads reads;
    private final CurrentCaller current;

    MovementsResource(MovementHistory history, NominalReads reads, CurrentCaller current) {
        this.history = history;
        this.reads = reads;
        this.current = current;
    }

    /**
     * Lists movements, newest first; {@code sort=startedAt} lists the oldest first.
     *
     * <p>An operator reads names and numbers, and searches for them, with the header {@code Skypatch-Reason}; that it did is
     * kept.
     */
    @GET
    @Path("movements")
    @RunOnVirtualThread
    @Operation(summary = "Movements that the caller may see (everybody)")
    public Page<MovementView> list(
            @BeanParam MovementFilter filter,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam(REASON) @Nullable String reason,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Reader reader = Reader.of(current.caller(), reason);
        refuseMasked(filter, sort, reader);
        boolean oldestFirst = "startedAt".equals(sort);
        if (sort != null && !oldestFirst && !sort.equals("-startedAt")) {
            throw new ProblemException(
                    EdgeProblem.MALFORMED,
                    "no such order",
                    List.of(new FieldProblem("/sort", "must be startedAt or -startedAt")));
        }
        Page<MovementView> page = history.list(reader, filter, oldestFirst, Limit.of(limit), cursor, language(headers));
        keep(reader, page.items(), uri);
        return page;
    }

    private static void refuseMasked(MovementFilter filter, @Nullable String sort, Reader reader) {
        if (reader.sight().isNominal()) {
            return;
        }
        List<FieldProblem> masked = new ArrayList<>();
        filter.nominal().forEach(name -> masked.add(new FieldProblem("/" + name, "is masked for this caller")));
        if (sort != null && MASKED_ORDERS.contains(sort.startsWith("-") ? sort.substring(1) : sort)) {
            masked.add(new FieldProblem("/sort", "orders by what is masked for this caller"));
        }
        if (!masked.isEmpty()) {
            throw new ProblemException(
                    TrackingProblem.MASKED_FILTER,
                    "names of traders and numbers of papers and containers are for the Parties of a movement",
                    masked);
        }
    }

    /** Where a movement went that was joined with another. */
    public record Merged(UUID id, UUID mergedInto) {}

    /** One movement with its events, findings, verdict and balances; or where it went. */
    @GET
    @Path("movements/{id}")
    @RunOnVirtualThread
    @Operation(summary = "One movement that the caller may see (everybody)")
    public Response find(
            @PathParam("id") String id,
            @HeaderParam(REASON) @Nullable String reason,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Reader reader = Reader.of(current.caller(), reason);
        UUID movement = uuid(id).orElseThrow(MovementsResource::notFound);
        Optional<MovementView> view = history.find(movement, reader, language(headers));
        if (view.isPresent()) {
            keep(reader, List.of(view.get()), uri);
            return Response.ok(view.get()).build();
        }
        return history.mergedInto(movement, reader)
                .map(into -> Response.ok(new Merged(movement, into)).build())
                .orElseThrow(MovementsResource::notFound);
    }

    private void keep(Reader reader, List<MovementView> shown, UriInfo uri) {
        List<UUID> others = shown.stream()
                .filter(movement -> isNominalOfOthers(movement, reader))
                .map(MovementView::id)
                .toList();
        if (!others.isEmpty()) {
            reads.keep(reader, asked(uri), others);
        }
    }

    /** Names and numbers shown to somebody else than the Parties: by a reason, or by a release. */
    private static boolean isNominalOfOthers(MovementView movement, Reader reader) {
        boolean isParty = reader.sight() instanceof Sight.OfCountry && movement.released() == null;
        return !isParty && movement.traders() != null;
    }

    private static String asked(UriInfo uri) {
        String query = uri.getRequestUri().getRawQuery();
        return uri.getRequestUri().getRawPath() + (query == null ? "" : "?" + query);
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
