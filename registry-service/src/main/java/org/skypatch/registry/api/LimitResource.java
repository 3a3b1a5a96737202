package org.skypatch.registry.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
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
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.record.RecordKind;

/** Time limits of law and policy; public among members, and the calendar by which they count is the administration's. */
@Path("/v1/limits")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LimitResource {

    private static final int LONGEST = 3_660;

    private final LawRecords law;
    private final History history;

    LimitResource(LawRecords law, History history) {
        this.law = law;
        this.history = history;
    }

    /** Who may call: every member. */
    @GET
    @Path("/{scope}/{id}/{from}")
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "A limit as it holds from a day on; the latest that has begun is in force")
    public Response read(
            @PathParam("scope") String scope,
            @PathParam("id") String id,
            @PathParam("from") String from,
            @Context HttpHeaders headers) {
        return law.read(RecordKind.LIMIT, Optional.of(scope + "/" + id + "/" + from), headers);
    }

    /** Who may call: every member; accounts are shown to their own Party only. */
    @GET
    @Path("/{scope}/{id}/{from}/history")
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "Who changed what of it, when: oldest first")
    public Page<History.Entry> history(
            @PathParam("scope") String scope,
            @PathParam("id") String id,
            @PathParam("from") String from,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return history.of(RecordKind.LIMIT, scope + "/" + id + "/" + from, limit, cursor);
    }

    /** Who may call: an admin any; an authority those of its own country, which go before all others. */
    @PUT
    @Path("/{scope}/{id}/{from}")
    @RolesAllowed({"admin", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "Records a limit from a day on; running clocks move with it; 201 for a new one")
    public Response put(
            @PathParam("scope") String scope,
            @PathParam("id") String id,
            @PathParam("from") String from,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = LimitFact.class))) @Nullable
                    JsonNode body) {
        law.adminOrAuthorityOf(scope);
        LimitFact limit = limit(scope, id, from, Form.of(body));
        return law.write(
                RecordKind.LIMIT,
                limit.scope() + "/" + limit.id() + "/" + limit.from(),
                headers,
                limit,
                fact -> Set.of());
    }

    /** Who may call: every member. */
    @GET
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "The limits of a scope (a country, EU, a convention, policy), or of all")
    public Page<LimitFact> list(
            @QueryParam("scope") @Nullable String scope,
            @QueryParam("id") @Nullable String id,
            @QueryParam("on") @Nullable String on,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return law.list(
                RecordKind.LIMIT,
                LawRecords.Asked.of("", on, limit, cursor)
                        .saying("scope", Texts.inQuery("scope", scope, LimitResource::scope))
                        .saying("id", Texts.inQuery("id", id, LawRecords::word)));
    }

    private static LimitFact limit(String scopeInPath, String idInPath, String fromInPath, Form form) {
        String scope = form.inPath("scope", scopeInPath, LimitResource::scope);
        String id = form.inPath("id", idInPath, LawRecords::word);
        LocalDate from = form.inPath("from", fromInPath, Form::day);
        form.mustEqual("scope", scopeInPath);
        form.mustEqual("id", idInPath);
        form.mustEqual("from", fromInPath);
        String startsWith = form.required("startsWith", LawRecords::word);
        Integer number = form.requiredWhole("number", 0, LONGEST);
        String unit = form.required("unit", Form.oneOf("calendar-days", "working-days", "months", "years"));
        String direction = form.required("direction", Form.oneOf("after", "before"));
        String duty = form.required(
                "duty",
                Form.oneOf(
                        "requesting-party",
                        "asked-party",
                        "state-of-export",
                        "state-of-import",
                        "transit-state",
                        "exporter",
                        "facility",
                        "rilo"));
        String holidayCalendar = form.optional("holidayCalendar", LimitResource::calendar);
        String effect = form.required(
                "effect",
                Form.oneOf(
                        "none",
                        "remind",
                        "escalate",
                        "unanswered",
                        "presumed-consent",
                        "second-notice",
                        "unacknowledged",
                        "lapse"));
        LocalDate until = form.optional("until", Form::day);
        String source = form.requiredWords("source");
        form.inOrder(from, "until", until);
        return form.finish(() -> new LimitFact(
                scope,
                id,
                startsWith,
                number == null ? 0 : number,
                unit,
                direction,
                duty,
                holidayCalendar,
                effect,
                from,
                until,
                source));
    }

    private static String scope(String text) {
        if (!Set.of("basel", "montreal", "rotterdam", "stockholm", "policy").contains(text)) {
            CountryCode.of(text);
        }
        return text;
    }

    private static String calendar(String text) {
        return text.equals("duty") ? text : AdministrationId.of(text).value();
    }
}
