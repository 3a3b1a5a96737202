package org.skypatch.tracking.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.edge.access.CurrentCaller;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.tracking.ingest.Receipt.Status;
import org.skypatch.tracking.problem.TrackingProblem;
import org.skypatch.tracking.process.CustomsEventTopic;

/** The door for customs events. For reporters. */
@Path("/v1/customs-events")
@Produces(MediaType.APPLICATION_JSON)
public class CustomsEventsResource {

    static final String NDJSON = "application/x-ndjson";

    private static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final int MOST_EVENTS = 1_000;
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final String ALL_OR_NOTHING = "all-or-nothing";

    private final Intake intake;
    private final CurrentCaller current;
    private final JsonBody json;

    CustomsEventsResource(Intake intake, CurrentCaller current, JsonBody json) {
        this.intake = intake;
        this.current = current;
        this.json = json;
    }

    /** What became of the events, in the order in which they came. */
    public record Receipts(List<Receipt> receipts) {}

    /**
     * Takes one event, or an array of at most 1,000 and 5 MB. 202 once the broker has acknowledged; 503 if it does not.
     *
     * @param mode {@code all-or-nothing} takes none if one is invalid
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("reporter")
    @RunOnVirtualThread
    @Operation(summary = "Report one customs event, or an array of them (reporters)")
    public Response report(byte[] body, @QueryParam("mode") @Nullable String mode) {
        JsonBody.checkSize(body, MOST_BYTES);
        JsonNode tree = json.tree(body);
        if (tree.isArray()) {
            List<JsonNode> nodes = new ArrayList<>();
            tree.forEach(nodes::add);
            return take(nodes, mode, false);
        }
        return take(List.of(tree), mode, true);
    }

    /** The same, one event a line. */
    @POST
    @Consumes(NDJSON)
    @RolesAllowed("reporter")
    @RunOnVirtualThread
    @Operation(summary = "Report customs events, one a line (reporters)")
    public Response reportLines(byte[] body, @QueryParam("mode") @Nullable String mode) {
        JsonBody.checkSize(body, MOST_BYTES);
        return take(json.lines(body, MOST_EVENTS), mode, false);
    }

    private Response take(List<JsonNode> nodes, @Nullable String mode, boolean single) {
        if (nodes.size() > MOST_EVENTS) {
            throw new ProblemException(
                    TrackingProblem.TOO_MANY_EVENTS,
                    "one request takes at most " + MOST_EVENTS + " events",
                    List.of(new FieldProblem("", "must have at most " + MOST_EVENTS + " events")));
        }
        if (mode != null && !mode.equals(ALL_OR_NOTHING)) {
            throw new ProblemException(
                    EdgeProblem.MALFORMED,
                    "no such mode",
                    List.of(new FieldProblem("/mode", "must be " + ALL_OR_NOTHING + ", or not given")));
        }
        boolean allOrNothing = mode != null || single;
        List<Receipt> receipts;
        try {
            receipts = intake.take(nodes, current.caller(), allOrNothing);
        } catch (CustomsEventTopic.Unavailable e) {
            throw new ProblemException(
                    TrackingProblem.NOT_ACKNOWLEDGED,
                    "the broker does not acknowledge just now; a resend is safe",
                    List.of(),
                    RETRY_AFTER_SECONDS);
        }
        if (allOrNothing && receipts.stream().anyMatch(receipt -> receipt.status() == Status.INVALID)) {
            throw new ProblemException(
                    single ? TrackingProblem.INVALID_EVENT : TrackingProblem.INVALID_EVENTS,
                    "nothing was taken",
                    Intake.problems(receipts, single));
        }
        return Response.accepted(new Receipts(receipts)).build();
    }
}
