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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.ImportResponseFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.page.Limit;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;
import org.skypatch.registry.rotterdam.ImportResponseDecisions;

/** Import responses of the Rotterdam Convention (Article 10): what each Party answers on chemicals of Annex III; no secret. */
@Path("/v1/import-responses")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ImportResponseResource {

    private static final int MOST_CONDITIONS = 50;

    private final Records records;
    private final KnownCommodities commodities;
    private final History history;
    private final Writer writer;

    ImportResponseResource(Records records, KnownCommodities commodities, History history, Writer writer) {
        this.records = records;
        this.commodities = commodities;
        this.history = history;
        this.writer = writer;
    }

    /** Who may call: every member. */
    @GET
    @Path("/{country}/{commodity}")
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "What a Party answers on the import of a chemical; missing if no answer is known here")
    public Response read(
            @PathParam("country") String country,
            @PathParam("commodity") String commodity,
            @Context HttpHeaders headers) {
        return name(country, commodity)
                .flatMap(name -> records.find(RecordKind.IMPORT_RESPONSE, name))
                .map(response -> Answers.read(response, headers))
                .orElseThrow(Answers::notFound);
    }

    /** Who may call: an authority of the Party with the competence {@code pic}. */
    @PUT
    @Path("/{country}/{commodity}")
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(summary = "Answers, or answers differently; 409 for an interim response after a final one")
    public Response put(
            @PathParam("country") String country,
            @PathParam("commodity") String commodity,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = ImportResponseFact.class))) @Nullable
                    JsonNode body) {
        writer.authorityOf(country);
        ImportResponseFact response = response(CountryCode.of(country), commodity, Form.of(body));
        return Answers.written(records.write(
                RecordKind.IMPORT_RESPONSE,
                country + "/" + response.commodity(),
                writer.author(),
                Answers.precondition(headers),
                null,
                present -> ImportResponseDecisions.put(present, response, writer.caller())));
    }

    /** Who may call: every member. */
    @GET
    @Path("/{country}/{commodity}/history")
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "The earlier answers, oldest first")
    public Page<History.Entry> history(
            @PathParam("country") String country,
            @PathParam("commodity") String commodity,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return history.of(
                RecordKind.IMPORT_RESPONSE, name(country, commodity).orElseThrow(Answers::notFound), limit, cursor);
    }

    /** Who may call: every member. */
    @GET
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "Import responses by Party and chemical")
    public Page<ImportResponseFact> list(
            @QueryParam("country") @Nullable String country,
            @QueryParam("commodity") @Nullable String commodity,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int most = Limit.of(limit);
        Map<String, Object> saying = new HashMap<>();
        CountryCode of = Texts.inQuery("country", country, CountryCode::of);
        CommodityId on = Texts.inQuery("commodity", commodity, CommodityId::of);
        if (of != null) {
            saying.put("country", of.value());
        }
        if (on != null) {
            saying.put("commodity", on.value());
        }
        return Pages.ofRecords(
                records.list(
                        RecordKind.IMPORT_RESPONSE,
                        Records.Question.of(writer.caller().actsFor(), Pages.after(cursor), most + 1)
                                .saying(saying)),
                most);
    }

    private ImportResponseFact response(CountryCode country, String inPath, Form form) {
        CommodityId commodity = form.inPath("commodity", inPath, CommodityId::of);
        form.mustEqual("country", country);
        form.mustEqual("commodity", commodity == null ? inPath : commodity);
        String response = form.required("response", Form.oneOf("none", "interim", "final"));
        String decision = form.optional("decision", Form.oneOf("consent", "no-consent", "consent-with-conditions"));
        List<String> conditions = form.list("conditions", MOST_CONDITIONS, Form::notBlank);
        LocalDate on = form.required("on", Form::day);
        LocalDate publishedOn = form.optional("publishedOn", Form::day);
        String legalBasis = form.words("legalBasis");
        commodities
                .check(form, "commodity", commodity)
                .filter(chemical -> !chemical.conventions().contains(Convention.ROTTERDAM))
                .ifPresent(chemical -> form.impossible("commodity", "is not in Annex III of the Rotterdam Convention"));
        form.inOrder(on, "publishedOn", publishedOn);
        ImportResponseFact made = form.finish(() -> new ImportResponseFact(
                country, commodity, response, decision, conditions, on, publishedOn, legalBasis));
        ImportResponseDecisions.wrong(made).ifPresent(wrong -> {
            throw Answers.impossible(wrong.pointer(), wrong.detail());
        });
        return made;
    }

    private static Optional<String> name(String country, String commodity) {
        return Texts.inPath(country, CountryCode::of)
                .flatMap(of -> Texts.inPath(commodity, CommodityId::of).map(on -> of + "/" + on));
    }
}
