package org.skypatch.tracking.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.edge.access.CurrentCaller;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.tracking.finding.Threshold;
import org.skypatch.tracking.finding.ThresholdSet;
import org.skypatch.tracking.finding.Thresholds;
import org.skypatch.tracking.process.ThresholdSets;
import org.skypatch.tracking.process.ThresholdSets.Published;
import org.skypatch.tracking.process.Transactions.DatabaseUnavailable;

/** The numbers of policy: published with a first day, so that every movement is judged by those of its departure. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ThresholdsResource {

    private static final int MOST_WORDS = 2_000;
    private static final int RETRY_AFTER_SECONDS = 5;

    private final ThresholdSets sets;
    private final Thresholds configured;
    private final CurrentCaller current;
    private final BusinessClock clock;

    ThresholdsResource(ThresholdSets sets, Thresholds configured, CurrentCaller current, BusinessClock clock) {
        this.sets = sets;
        this.configured = configured;
        this.current = current;
        this.clock = clock;
    }

    /**
     * What is to be published.
     *
     * @param from the first day of departure that it counts for; not before today
     * @param values the numbers that change, by their names
     * @param reason why; at most 2,000 characters
     */
    public record Wish(
            @Nullable String from,
            @Nullable Map<String, BigDecimal> values,
            @Nullable String reason) {}

    /** One publication. */
    public record Shown(
            LocalDate from,
            SortedMap<String, BigDecimal> values,
            Instant publishedAt,
            AdministrationId publishedBy,
            String reason) {

        static Shown of(Published published) {
            return new Shown(
                    published.set().from(),
                    ThresholdValues.write(published.set().values()),
                    published.publishedAt(),
                    published.publishedBy(),
                    published.reason());
        }
    }

    /** All publications, by their first day; what none of them names is as configured. */
    public record All(List<Shown> items) {}

    /** Who may call: everybody with a role. */
    @GET
    @Path("thresholds")
    @RolesAllowed({"operator", "admin", "analyst", "officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "The published thresholds by their first day")
    public All all() {
        try {
            return new All(sets.all().stream().map(Shown::of).toList());
        } catch (DatabaseUnavailable e) {
            throw unavailable();
        }
    }

    /** Publishes numbers from a day on, and has the movements judged again that leave since then. Who may call: admins. */
    @POST
    @Path("admin/thresholds")
    @RolesAllowed("admin")
    @RunOnVirtualThread
    @Operation(summary = "Publish thresholds from a day on (admins)")
    public Response publish(@Nullable Wish wish) {
        Wish asked = wish == null ? new Wish(null, null, null) : wish;
        List<FieldProblem> problems = new ArrayList<>();
        LocalDate from = ThresholdValues.day(asked.from(), "/from", problems);
        Map<Threshold, BigDecimal> values = ThresholdValues.read(asked.values(), "/values", problems);
        String reason = asked.reason();
        if (reason == null || reason.isBlank() || reason.length() > MOST_WORDS || reason.indexOf(0) >= 0) {
            problems.add(new FieldProblem("/reason", "must say why, in at most 2000 characters"));
        }
        if (!problems.isEmpty() || reason == null) {
            throw new ProblemException(EdgeProblem.MALFORMED, "this cannot be published", problems);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (from.isBefore(now.atZone(ZoneOffset.UTC).toLocalDate())) {
            throw new ProblemException(
                    EdgeProblem.IMPOSSIBLE,
                    "what counted on days that are over is not changed",
                    List.of(new FieldProblem("/from", "must not be before today")));
        }
        Published published = new Published(
                new ThresholdSet(from, values), now, current.caller().administration(), reason);
        try {
            checkTogether(published.set());
            sets.publish(published);
        } catch (DatabaseUnavailable e) {
            throw unavailable();
        }
        return Response.status(Response.Status.CREATED)
                .entity(Shown.of(published))
                .build();
    }

    /** Every day must have numbers that go together, also those on which another set begins. */
    private void checkTogether(ThresholdSet fresh) {
        List<ThresholdSet> all = Stream.concat(sets.all().stream().map(Published::set), Stream.of(fresh))
                .sorted(Comparator.comparing(ThresholdSet::from))
                .toList();
        try {
            all.forEach(set -> ThresholdSet.on(set.from(), configured, all));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    EdgeProblem.IMPOSSIBLE,
                    "the thresholds contradict each other",
                    List.of(new FieldProblem("/values", String.valueOf(e.getMessage()))));
        }
    }

    private static ProblemException unavailable() {
        return new ProblemException(
                EdgeProblem.UNAVAILABLE, "the database cannot be reached just now", List.of(), RETRY_AFTER_SECONDS);
    }
}
