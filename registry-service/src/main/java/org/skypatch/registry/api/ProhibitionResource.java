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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.GoodsScope;
import org.skypatch.contracts.registry.ProhibitionFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.record.RecordKind;

/** What a State has banned, or does not want; law is public among members. */
@Path("/v1/prohibitions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProhibitionResource {

    private final LawRecords law;
    private final History history;

    ProhibitionResource(LawRecords law, History history) {
        this.law = law;
        this.history = history;
    }

    /** Who may call: every member. */
    @GET
    @Path("/{state}/{id}")
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "A prohibition of a State")
    public Response read(@PathParam("state") String state, @PathParam("id") String id, @Context HttpHeaders headers) {
        return law.read(RecordKind.PROHIBITION, LawRecords.name(state, id), headers);
    }

    /** Who may call: every member; accounts are shown to their own Party only. */
    @GET
    @Path("/{state}/{id}/history")
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "Who changed what of it, when: oldest first")
    public Page<History.Entry> history(
            @PathParam("state") String state,
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return history.of(
                RecordKind.PROHIBITION, LawRecords.name(state, id).orElseThrow(Answers::notFound), limit, cursor);
    }

    /** Who may call: an admin, or a competent authority of the State. */
    @PUT
    @Path("/{state}/{id}")
    @RolesAllowed({"admin", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "Records what a State forbids; ends with its last day, never by deletion; 201 for a new one")
    public Response put(
            @PathParam("state") String state,
            @PathParam("id") String id,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = ProhibitionFact.class))) @Nullable
                    JsonNode body) {
        law.adminOrAuthorityOf(state);
        CountryCode country = Texts.inPath(state, CountryCode::of).orElseThrow(Answers::notFound);
        ProhibitionFact prohibition = prohibition(country, id, Form.of(body));
        return law.write(
                RecordKind.PROHIBITION,
                country + "/" + prohibition.id(),
                headers,
                prohibition,
                fact -> law.competences(fact.commodity(), fact.group(), fact.convention()));
    }

    /** Who may call: every member. */
    @GET
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "The prohibitions of a State, or of all, by State and id")
    public Page<ProhibitionFact> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("commodity") @Nullable String commodity,
            @QueryParam("group") @Nullable String group,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("on") @Nullable String on,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        CountryCode country = Texts.inQuery("state", state, CountryCode::of);
        return law.list(
                RecordKind.PROHIBITION,
                LawRecords.Asked.of(country == null ? "" : country + "/", on, limit, cursor)
                        .saying("commodity", Texts.inQuery("commodity", commodity, CommodityId::of))
                        .saying("group", Texts.inQuery("group", group, KnownCommodities::group))
                        .saying("kind", Texts.inQuery("kind", kind, LawRecords::word)));
    }

    private ProhibitionFact prohibition(CountryCode state, String inPath, Form form) {
        String id = form.inPath("id", inPath, LawRecords::id);
        form.mustEqual("state", state);
        form.mustEqual("id", id == null ? inPath : id);
        String kind = form.required("kind", Form.oneOf("ban", "unwanted"));
        String direction = form.required("direction", Form.oneOf("import", "export", "transit"));
        LawRecords.Subject subject = law.subject(form);
        GoodsScope scope = LawRecords.scope(form, "scope");
        LocalDate from = form.required("from", Form::day);
        LocalDate until = form.optional("until", Form::day);
        String legalBasis = form.requiredWords("legalBasis");
        form.inOrder(from, "until", until);
        return form.finish(() -> new ProhibitionFact(
                state,
                id,
                kind,
                subject.commodity(),
                subject.group(),
                subject.convention(),
                direction,
                scope,
                from,
                until,
                legalBasis));
    }
}
