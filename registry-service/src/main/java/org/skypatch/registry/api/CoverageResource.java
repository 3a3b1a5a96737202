package org.skypatch.registry.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Role;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.registry.CoverageFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.edge.page.Limit;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;

/** What each administration reports, and which lists it shares as complete; no secret between members. */
@Path("/v1/coverage")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CoverageResource {

    private static final String ALL = "*";
    private static final int MOST_EVENT_TYPES = 50;
    private static final int MOST_COMMODITIES = 500;

    private final Records records;
    private final KnownCommodities commodities;
    private final Writer writer;
    private final History history;

    CoverageResource(Records records, KnownCommodities commodities, Writer writer, History history) {
        this.records = records;
        this.commodities = commodities;
        this.writer = writer;
        this.history = history;
    }

    /** Who may call: every member. */
    @GET
    @Path("/{administration}")
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "What an administration reports and shares as complete")
    public Response read(@PathParam("administration") String administration, @Context HttpHeaders headers) {
        return Texts.inPath(administration, AdministrationId::of)
                .flatMap(id -> records.find(RecordKind.COVERAGE, id.value()))
                .map(coverage -> Answers.read(coverage, headers))
                .orElseThrow(Answers::notFound);
    }

    /** Who may call: every member; accounts are shown to their own Party only. */
    @GET
    @Path("/{administration}/history")
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "Who changed what of it, when: oldest first")
    public Page<History.Entry> history(
            @PathParam("administration") String administration,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        AdministrationId id = Texts.inPath(administration, AdministrationId::of).orElseThrow(Answers::notFound);
        return history.of(RecordKind.COVERAGE, id.value(), limit, cursor);
    }

    /** Who may call: an admin, or an authority of the administration itself. */
    @PUT
    @Path("/{administration}")
    @RolesAllowed({"admin", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "Says what an administration reports; 201 for the first time")
    public Response put(
            @PathParam("administration") String administration,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = CoverageFact.class))) @Nullable
                    JsonNode body) {
        Caller caller = writer.caller();
        if (!caller.has(Role.ADMIN) && !caller.administration().value().equals(administration)) {
            throw new ForbiddenException("only an admin or the administration itself may say what it reports");
        }
        CoverageFact coverage = coverage(administration, Form.of(body));
        return Answers.written(records.write(
                RecordKind.COVERAGE,
                coverage.administration().value(),
                writer.author(),
                Answers.precondition(headers),
                null,
                present -> new Decision.Become<>(coverage)));
    }

    /** Who may call: every member. */
    @GET
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "What all administrations report, by administration")
    public Page<CoverageFact> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        int most = Limit.of(limit);
        return Pages.ofRecords(
                records.list(
                        RecordKind.COVERAGE,
                        Records.Question.of(writer.caller().actsFor(), Pages.after(cursor), most + 1)),
                most);
    }

    private CoverageFact coverage(String inPath, Form form) {
        AdministrationId administration = form.inPath("administration", inPath, AdministrationId::of);
        form.mustEqual("administration", inPath);
        List<String> eventTypes = form.list("eventTypes", MOST_EVENT_TYPES, CoverageResource::eventType);
        List<CommodityId> covered = form.list("commodities", MOST_COMMODITIES, CommodityId::of);
        List<String> groups =
                form.list("groups", MOST_EVENT_TYPES, text -> text.equals(ALL) ? ALL : KnownCommodities.group(text));
        List<String> lists = form.list("completeLists", 3, Form.oneOf("licences", "traders", "quotas"));
        String numberPattern = form.optional("numberPattern", CoverageResource::pattern);
        LocalDate from = form.required("from", Form::day);
        LocalDate until = form.optional("until", Form::day);
        for (int i = 0; i < covered.size(); i++) {
            commodities.check(form, "commodities/" + i, covered.get(i));
        }
        form.inOrder(from, "until", until);
        return form.finish(
                () -> new CoverageFact(administration, eventTypes, covered, groups, lists, numberPattern, from, until));
    }

    private static String eventType(String text) {
        return text.equals(ALL) ? ALL : CustomsEventType.of(text).label();
    }

    private static String pattern(String text) {
        try {
            return Pattern.compile(text).pattern();
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("must be a regular expression", e);
        }
    }
}
