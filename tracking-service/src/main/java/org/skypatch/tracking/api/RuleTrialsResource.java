package org.skypatch.tracking.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.edge.access.CurrentCaller;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.tracking.finding.Threshold;
import org.skypatch.tracking.process.RuleTrial;
import org.skypatch.tracking.process.RuleTrials;
import org.skypatch.tracking.process.RuleTrying;
import org.skypatch.tracking.process.Transactions.DatabaseUnavailable;
import org.skypatch.tracking.process.TrialOutcome.Example;

/** Trying numbers of policy on movements that were, before they are published. */
@Path("/v1/rule-trials")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"operator", "admin", "analyst", "officer", "authority"})
public class RuleTrialsResource {

    private static final int RETRY_AFTER_SECONDS = 30;

    private final RuleTrying trying;
    private final RuleTrials trials;
    private final CurrentCaller current;

    RuleTrialsResource(RuleTrying trying, RuleTrials trials, CurrentCaller current) {
        this.trying = trying;
        this.trials = trials;
        this.current = current;
    }

    /**
     * What is to be tried.
     *
     * @param from first day of departure
     * @param to last day of departure
     * @param thresholds the numbers to try, by their names
     */
    public record Wish(
            @Nullable String from,
            @Nullable String to,
            @Nullable Map<String, BigDecimal> thresholds) {}

    /** One rule: findings under the numbers in force, and under those tried. */
    public record OfRule(
            String rule,
            long before,
            long after,
            long gained,
            long lost,
            long regraded,
            List<Example> gainedExamples,
            List<Example> lostExamples) {}

    /**
     * A trial.
     *
     * @param state waiting, running, done or failed
     * @param looked how many movements have been looked at
     * @param rules those that find anything under either numbers; so far, while it is running
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shown(
            UUID id,
            String state,
            LocalDate from,
            LocalDate to,
            SortedMap<String, BigDecimal> thresholds,
            Instant askedAt,
            @Nullable Instant finishedAt,
            long looked,
            @Nullable String failure,
            List<OfRule> rules) {

        static Shown of(RuleTrial trial) {
            return new Shown(
                    trial.id(),
                    trial.state().name().toLowerCase(Locale.ROOT),
                    trial.from(),
                    trial.until(),
                    ThresholdValues.write(trial.values()),
                    trial.askedAt(),
                    trial.finishedAt(),
                    trial.looked(),
                    trial.failure(),
                    trial.outcome().rules().entrySet().stream()
                            .map(rule -> new OfRule(
                                    rule.getKey(),
                                    rule.getValue().before(),
                                    rule.getValue().after(),
                                    rule.getValue().gained(),
                                    rule.getValue().lost(),
                                    rule.getValue().regraded(),
                                    rule.getValue().gainedExamples(),
                                    rule.getValue().lostExamples()))
                            .toList());
        }
    }

    /** The trials of an administration, newest first. */
    public record All(List<Shown> items) {}

    /**
     * Has a period judged again under other numbers. 202; the trial is worked on in the background. 429 while three of the
     * administration's are unfinished.
     *
     * <p>Who may call: operators and admins, over all movements; analysts, officers and authorities over those that they see.
     */
    @POST
    @RunOnVirtualThread
    @Operation(summary = "Try other thresholds on a period (operators; others on the movements that they see)")
    public Response ask(@Nullable Wish wish) {
        Caller caller = current.caller();
        if (caller.sight() instanceof Sight.Nothing) {
            throw new ProblemException(EdgeProblem.FORBIDDEN, "this caller sees no movements");
        }
        List<FieldProblem> problems = new ArrayList<>();
        Wish asked = wish == null ? new Wish(null, null, null) : wish;
        LocalDate from = ThresholdValues.day(asked.from(), "/from", problems);
        LocalDate until = ThresholdValues.day(asked.to(), "/to", problems);
        Map<Threshold, BigDecimal> values = ThresholdValues.read(asked.thresholds(), "/thresholds", problems);
        if (problems.isEmpty() && until.isBefore(from)) {
            problems.add(new FieldProblem("/to", "must not be before from"));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(EdgeProblem.MALFORMED, "this cannot be tried", problems);
        }
        RuleTrial trial = added(caller, from, until, values);
        return Response.accepted(Shown.of(trial))
                .location(URI.create("/tracking/v1/rule-trials/" + trial.id()))
                .build();
    }

    private RuleTrial added(Caller caller, LocalDate from, LocalDate until, Map<Threshold, BigDecimal> values) {
        try {
            Optional<RuleTrial> trial = trying.ask(UUID.randomUUID(), caller, from, until, values);
            return trial.orElseThrow(() -> new ProblemException(
                    EdgeProblem.TOO_MANY_REQUESTS,
                    "too many trials of this administration are unfinished",
                    List.of(),
                    RETRY_AFTER_SECONDS));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    EdgeProblem.IMPOSSIBLE,
                    "the thresholds contradict each other",
                    List.of(new FieldProblem("/thresholds", String.valueOf(e.getMessage()))));
        } catch (DatabaseUnavailable e) {
            throw unavailable();
        }
    }

    /** The caller's administration's own trials, newest first. */
    @GET
    @RunOnVirtualThread
    @Operation(summary = "The administration's own trials")
    public All all() {
        try {
            return new All(trials.of(current.caller().administration()).stream()
                    .map(Shown::of)
                    .toList());
        } catch (DatabaseUnavailable e) {
            throw unavailable();
        }
    }

    /** One of the administration's own trials, with what it has found so far. */
    @GET
    @Path("{id}")
    @RunOnVirtualThread
    @Operation(summary = "One of the administration's own trials: progress, findings gained and lost by rule")
    public Shown find(@PathParam("id") String id) {
        Caller caller = current.caller();
        try {
            return uuid(id).flatMap(trials::find)
                    .filter(trial -> trial.askedBy().equals(caller.administration()))
                    .map(Shown::of)
                    .orElseThrow(() -> new ProblemException(EdgeProblem.NOT_FOUND, "nothing here"));
        } catch (DatabaseUnavailable e) {
            throw unavailable();
        }
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ProblemException unavailable() {
        return new ProblemException(
                EdgeProblem.UNAVAILABLE, "the database cannot be reached just now", List.of(), RETRY_AFTER_SECONDS);
    }
}
