package org.skypatch.tracking.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.tracking.process.Rebuilding;
import org.skypatch.tracking.process.Rebuilding.Rebuilt;
import org.skypatch.tracking.process.Transactions.DatabaseUnavailable;
import org.skypatch.tracking.process.Transactions.LockedElsewhere;

/** Building everything anew out of the archive. */
@Path("/v1/admin/rebuilds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RebuildsResource {

    private static final Logger LOG = Logger.getLogger(RebuildsResource.class);
    private static final String DIFFERENCES = "differences";
    private static final String NOTHING = "nothing";
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Rebuilding rebuilding;

    RebuildsResource(Rebuilding rebuilding) {
        this.rebuilding = rebuilding;
    }

    /**
     * How to rebuild.
     *
     * @param tell {@code differences} from what was told before, or {@code nothing}: where what was told is not on record
     *     here any more, but everybody has it. Differences if none
     */
    public record Wish(@Nullable String tell) {}

    /**
     * Rebuilds movements, findings, ledgers and deadlines out of the archive, in one transaction; answers when it is done.
     * Meanwhile events are taken and wait, and readers see what was. If it is cut off, nothing has changed.
     *
     * <p>Who may call: admins. 409 while it is being done.
     */
    @POST
    @RolesAllowed("admin")
    @RunOnVirtualThread
    @Operation(summary = "Build everything anew out of the archive (admins)")
    public Rebuilt rebuild(@Nullable Wish wish) {
        String tell = wish == null || wish.tell() == null ? DIFFERENCES : wish.tell();
        if (!tell.equals(DIFFERENCES) && !tell.equals(NOTHING)) {
            throw new ProblemException(
                    EdgeProblem.MALFORMED,
                    "this cannot be told",
                    List.of(new FieldProblem("/tell", "must be differences or nothing")));
        }
        try {
            Rebuilt rebuilt = rebuilding
                    .rebuild(tell.equals(DIFFERENCES))
                    .orElseThrow(() -> unavailable("the registry's catalogue has not arrived"));
            LOG.infof("rebuilt out of the archive: %s", rebuilt);
            return rebuilt;
        } catch (LockedElsewhere e) {
            throw new ProblemException(EdgeProblem.CONFLICT, "it is being rebuilt already");
        } catch (DatabaseUnavailable e) {
            throw unavailable("the database cannot be reached just now");
        }
    }

    private static ProblemException unavailable(String why) {
        return new ProblemException(EdgeProblem.UNAVAILABLE, why, List.of(), RETRY_AFTER_SECONDS);
    }
}
