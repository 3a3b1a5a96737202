package org.skypatch.tracking.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.skypatch.contracts.finding.RuleCode;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.rule.RulesInForce;
import org.skypatch.tracking.process.RuleFailures;
import org.skypatch.tracking.process.Transactions.DatabaseUnavailable;

/** Rules that threw instead of judging. The others ran, and what the failed one had found before stays. */
@Path("/v1/rule-failures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"operator", "admin"})
public class RuleFailuresResource {

    private static final int RETRY_AFTER_SECONDS = 5;

    private final RuleFailures failures;
    private final RulesInForce rules;

    RuleFailuresResource(RuleFailures failures, RulesInForce rules) {
        this.failures = failures;
        this.rules = rules;
    }

    /** Every rule that stands failed on some movement, the one that failed last first. */
    public record Failures(List<RuleFailures.Failed> items) {}

    /** How many movements are judged again. */
    public record Again(String rule, int movements) {}

    /** Who may call: operators and admins. */
    @GET
    @RunOnVirtualThread
    @Operation(summary = "Rules that threw, on how many movements, and why (operators)")
    public Failures standing() {
        try {
            return new Failures(failures.standing());
        } catch (DatabaseUnavailable e) {
            throw unavailable();
        }
    }

    /** Has those movements judged again, in the background. Who may call: operators and admins. */
    @POST
    @Path("{rule}/rejudgements")
    @RunOnVirtualThread
    @Operation(summary = "Judge again the movements on which a rule failed (operators)")
    public Response judgeAgain(@PathParam("rule") String rule) {
        RuleCode code = rules.rules().stream()
                .map(Rule::code)
                .filter(known -> known.value().equals(rule))
                .findFirst()
                .orElseThrow(() -> new ProblemException(EdgeProblem.NOT_FOUND, "no such rule is in force"));
        try {
            return Response.accepted(new Again(rule, failures.judgeAgain(code))).build();
        } catch (DatabaseUnavailable e) {
            throw unavailable();
        }
    }

    private static ProblemException unavailable() {
        return new ProblemException(
                EdgeProblem.UNAVAILABLE, "the database cannot be reached just now", List.of(), RETRY_AFTER_SECONDS);
    }
}
