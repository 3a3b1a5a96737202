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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.access.Role;
import org.skypatch.contracts.registry.GoodsScope;
import org.skypatch.contracts.registry.RequirementFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.authority.Competences;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;
import org.skypatch.registry.record.Refusal;

/** Which document a State demands, from when and on what legal basis; law is public among members. */
@Path("/v1/requirements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RequirementResource {

    private static final int LONGEST_ID = 100;

    private final Records records;
    private final KnownCommodities commodities;
    private final Writer writer;
    private final History history;
    private final LawRecords law;

    RequirementResource(Records records, KnownCommodities commodities, Writer writer, History history, LawRecords law) {
        this.records = records;
        this.commodities = commodities;
        this.writer = writer;
        this.history = history;
        this.law = law;
    }

    /** Who may call: every member. */
    @GET
    @Path("/{state}/{id}")
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "A requirement of a State")
    public Response read(@PathParam("state") String state, @PathParam("id") String id, @Context HttpHeaders headers) {
        return name(state, id)
                .flatMap(name -> records.find(RecordKind.REQUIREMENT, name))
                .map(requirement -> Answers.read(requirement, headers))
                .orElseThrow(Answers::notFound);
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
        return history.of(RecordKind.REQUIREMENT, name(state, id).orElseThrow(Answers::notFound), limit, cursor);
    }

    /** Who may call: an admin, or a competent authority of the State. */
    @PUT
    @Path("/{state}/{id}")
    @RolesAllowed({"admin", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "Records what a State demands; 201 for a new requirement")
    public Response put(
            @PathParam("state") String state,
            @PathParam("id") String id,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = RequirementFact.class))) @Nullable
                    JsonNode body) {
        Caller caller = writer.caller();
        if (!caller.has(Role.ADMIN)) {
            writer.authorityOf(state);
        }
        CountryCode country = Texts.inPath(state, CountryCode::of).orElseThrow(Answers::notFound);
        RequirementFact requirement = requirement(country, id, Form.of(body));
        return Answers.written(records.write(
                RecordKind.REQUIREMENT,
                country + "/" + requirement.id(),
                writer.author(),
                Answers.precondition(headers),
                null,
                present -> decide(caller, present, requirement)));
    }

    /** Who may call: every member. */
    @GET
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "The requirements of a State, or of all, by State and id")
    public Page<RequirementFact> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("commodity") @Nullable String commodity,
            @QueryParam("group") @Nullable String group,
            @QueryParam("document") @Nullable String document,
            @QueryParam("on") @Nullable String on,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        CountryCode country = Texts.inQuery("state", state, CountryCode::of);
        return law.list(
                RecordKind.REQUIREMENT,
                LawRecords.Asked.of(country == null ? "" : country + "/", on, limit, cursor)
                        .saying("commodity", Texts.inQuery("commodity", commodity, CommodityId::of))
                        .saying("group", Texts.inQuery("group", group, KnownCommodities::group))
                        .saying("document", Texts.inQuery("document", document, LawRecords::word)));
    }

    private Decision<RequirementFact> decide(
            Caller caller, Optional<RequirementFact> present, RequirementFact requirement) {
        return caller.has(Role.ADMIN)
                ? new Decision.Become<>(requirement)
                : Stream.concat(present.stream(), Stream.of(requirement))
                        .map(this::needed)
                        .filter(needed -> !Competences.suffice(caller, needed))
                        .findFirst()
                        .<Decision<RequirementFact>>map(
                                needed -> new Decision.Refuse<>(new Refusal.OtherCompetence(needed)))
                        .orElseGet(() -> new Decision.Become<>(requirement));
    }

    private Set<Competence> needed(RequirementFact requirement) {
        CommodityId commodity = requirement.commodity();
        if (commodity != null) {
            return commodities.competences(commodity);
        }
        Convention convention = requirement.convention();
        return Set.of(Competences.of(convention == null ? Convention.MONTREAL : convention));
    }

    private RequirementFact requirement(CountryCode state, String inPath, Form form) {
        String id = form.inPath("id", inPath, text -> Form.notBlank(Texts.plain(text, LONGEST_ID)));
        form.mustEqual("state", state);
        form.mustEqual("id", id == null ? inPath : id);
        String document =
                form.required("document", Form.oneOf("import-licence", "export-licence", "notification", "consent"));
        String direction = form.required("direction", Form.oneOf("import", "export", "transit"));
        CommodityId commodity = form.optional("commodity", CommodityId::of);
        String group = form.optional("group", KnownCommodities::group);
        Convention convention = form.optional("convention", Convention::of);
        GoodsScope scope = LawRecords.scope(form, "scope");
        LocalDate from = form.required("from", Form::day);
        LocalDate until = form.optional("until", Form::day);
        String legalBasis = form.requiredWords("legalBasis");
        commodities.check(form, "commodity", commodity);
        if (Stream.of(commodity, group, convention).filter(Objects::nonNull).count() != 1) {
            form.impossible("commodity", "must be named, or a group, or a convention: one of the three");
        }
        form.inOrder(from, "until", until);
        return form.finish(() -> new RequirementFact(
                state, id, document, direction, commodity, group, convention, scope, from, until, legalBasis));
    }

    private static Optional<String> name(String state, String id) {
        return Texts.inPath(state, CountryCode::of)
                .flatMap(country -> Texts.inPath(id, Form::notBlank).map(text -> country + "/" + text));
    }
}
