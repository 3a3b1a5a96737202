package org.skypatch.tracking.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.customs.CustomsEvent;
import org.skypatch.contracts.customs.EventWarning;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.contracts.problem.ProblemType;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.access.CurrentCaller;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.tracking.movement.EventIds;
import org.skypatch.tracking.problem.TrackingProblem;
import org.skypatch.tracking.process.Assessing;
import org.skypatch.tracking.process.AssessmentLog;
import org.skypatch.tracking.process.Transactions.DatabaseUnavailable;

/** "Would this consignment hold?" */
@Path("/v1/assessments")
@Produces(MediaType.APPLICATION_JSON)
public class AssessmentsResource {

    private static final int MOST_BYTES = 256 * 1024;
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Assessing assessing;
    private final AssessmentLog log;
    private final AssessmentAllowance allowance;
    private final JsonBody json;
    private final LatestCatalogue catalogue;
    private final CurrentCaller current;
    private final SecurityIdentity identity;
    private final BusinessClock clock;

    AssessmentsResource(
            Assessing assessing,
            AssessmentLog log,
            AssessmentAllowance allowance,
            JsonBody json,
            LatestCatalogue catalogue,
            CurrentCaller current,
            SecurityIdentity identity,
            BusinessClock clock) {
        this.assessing = assessing;
        this.log = log;
        this.allowance = allowance;
        this.json = json;
        this.catalogue = catalogue;
        this.current = current;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * Judges a planned consignment, described as the event that would report it, by the rules in force. It is judged alone:
     * it joins nothing that was reported. Nothing of it is recorded but who asked what, when.
     *
     * <p>Who may call: officers and authorities of a country on the route described; the answer rests on law and on records
     * that name that country. 429 with Retry-After beyond the administration's allowance.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(
            summary = "Check a consignment before it is shipped (officers and authorities of a country on the route)")
    public AssessmentView assess(byte[] body, @Context HttpHeaders headers) {
        Caller caller = current.caller();
        CountryCode country = caller.actsFor()
                .orElseThrow(() -> new ProblemException(
                        EdgeProblem.FORBIDDEN, "only officers of a country may have a consignment assessed"));
        allowance.take(caller.administration());
        JsonBody.checkSize(body, MOST_BYTES);
        JsonNode node = json.tree(body);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        EventReader.Reading reading = PlannedEvent.read(node, caller, now);
        CustomsEvent event = reading.event();
        if (event == null) {
            throw new ProblemException(
                    TrackingProblem.INVALID_EVENT, "this consignment cannot be assessed", reading.problems());
        }
        try {
            return answer(event, body, caller, country, now, language(headers));
        } catch (DatabaseUnavailable e) {
            throw unavailable();
        }
    }

    private AssessmentView answer(
            CustomsEvent event, byte[] body, Caller caller, CountryCode country, Instant now, Locale language) {
        List<EventWarning> warnings = Warnings.of(event, catalogue.get());
        RecordedEvent would = new RecordedEvent(
                EventIds.of(event.reportedBy(), event.eventId()), now, ContentHash.of(event), warnings, event);
        return switch (assessing.assess(would, country, now)) {
            case Assessing.Outcome.Answered(var answer) -> {
                keep(body, caller, now, "answered");
                yield AssessmentView.of(answer, warnings, language, caller.sight());
            }
            case Assessing.Outcome.NotOnTheWay() -> {
                ProblemType refusal = EdgeProblem.FORBIDDEN;
                keep(body, caller, now, refusal.slug());
                throw new ProblemException(
                        refusal,
                        "only a country on the route may ask about it",
                        List.of(new FieldProblem("/route", "must name the caller's country")));
            }
            case Assessing.Outcome.NotYet() -> throw unavailable();
        };
    }

    private void keep(byte[] body, Caller caller, Instant now, String outcome) {
        log.keep(new AssessmentLog.Entry(
                now, caller.administration(), identity.getPrincipal().getName(), body, outcome));
    }

    private static ProblemException unavailable() {
        return new ProblemException(
                EdgeProblem.UNAVAILABLE, "nothing can be assessed just now", List.of(), RETRY_AFTER_SECONDS);
    }

    private static Locale language(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .filter(language -> !language.getLanguage().equals("*"))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
