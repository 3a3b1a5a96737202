package org.skypatch.edge.clock;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;

/** Reads and, in local runs and tests, sets the business clock of this service. */
@Path("/v1/clock")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
public class ClockResource {

    private final BusinessClockSetting setting;
    private final BusinessClock clock;

    ClockResource(BusinessClockSetting setting, BusinessClock clock) {
        this.setting = setting;
        this.clock = clock;
    }

    /** The business time: {@code now}, an instant. */
    public record BusinessTime(@Nullable Instant now) {}

    /** What time it is for business. */
    @GET
    @RunOnVirtualThread
    public BusinessTime now() {
        return new BusinessTime(clock.instant());
    }

    /** Sets the time for business; it runs on from there. Going back un-fires nothing. */
    @PUT
    @RunOnVirtualThread
    public BusinessTime set(BusinessTime time) throws SQLException {
        if (!setting.isSettable()) {
            throw new ProblemException(EdgeProblem.FORBIDDEN, "the business clock of this system cannot be set");
        }
        Instant now = time.now();
        if (now == null) {
            throw new ProblemException(
                    EdgeProblem.MALFORMED, "no time given", List.of(new FieldProblem("/now", "must be an instant")));
        }
        setting.set(now);
        return now();
    }
}
