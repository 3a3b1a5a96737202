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
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.ExemptionFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.edge.page.Limit;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;
import org.skypatch.registry.stockholm.ExemptionDecisions;

/** Specific exemptions and acceptable purposes of the Stockholm Convention's register (Articles 3 and 4); no secret. */
@Path("/v1/exemptions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ExemptionResource {

    private static final int LONGEST_ID = 100;

    private final Records records;
    private final KnownCommodities commodities;
    private final History history;
    private final Writer writer;
    private final BusinessClock clock;

    ExemptionResource(
            Records records, KnownCommodities commodities, History history, Writer writer, BusinessClock clock) {
        this.records = records;
        this.commodities = commodities;
        this.history = history;
        this.writer = writer;
        this.clock = clock;
    }

    /** Who may call: every member. */
    @GET
    @Path("/{country}/{id}")
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "An exemption or acceptable purpose that a Party has registered")
    public Response read(
            @PathParam("country") String country, @PathParam("id") String id, @Context HttpHeaders headers) {
        return name(country, id)
                .flatMap(name -> records.find(RecordKind.EXEMPTION, name))
                .map(exemption -> Answers.read(exemption, headers))
                .orElseThrow(Answers::notFound);
    }

    /** Who may call: an authority of the Party with the competence {@code pop}. */
    @PUT
    @Path("/{country}/{id}")
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(summary = "Registers it, extends it or withdraws it by its last day; 409 once it has ended")
    public Response put(
            @PathParam("country") String country,
            @PathParam("id") String id,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = ExemptionFact.class))) @Nullable
                    JsonNode body) {
        writer.authorityOf(country);
        ExemptionFact exemption = exemption(CountryCode.of(country), id, Form.of(body));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Answers.written(records.write(
                RecordKind.EXEMPTION,
                country + "/" + exemption.id(),
                writer.author(),
                Answers.precondition(headers),
                null,
                present -> ExemptionDecisions.put(present, exemption, writer.caller(), today)));
    }

    /** Who may call: every member. */
    @GET
    @Path("/{country}/{id}/history")
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "How the exemption was registered, extended and withdrawn")
    public Page<History.Entry> history(
            @PathParam("country") String country,
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return history.of(RecordKind.EXEMPTION, name(country, id).orElseThrow(Answers::notFound), limit, cursor);
    }

    /** Who may call: every member. */
    @GET
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "Exemptions and acceptable purposes by Party and id")
    public Page<ExemptionFact> list(
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
                        RecordKind.EXEMPTION,
                        Records.Question.of(writer.caller().actsFor(), Pages.after(cursor), most + 1)
                                .saying(saying)),
                most);
    }

    private ExemptionFact exemption(CountryCode country, String inPath, Form form) {
        String id = form.inPath("id", inPath, text -> Form.notBlank(Texts.plain(text, LONGEST_ID)));
        form.mustEqual("country", country);
        form.mustEqual("id", id == null ? inPath : id);
        CommodityId commodity = form.required("commodity", CommodityId::of);
        String kind = form.required("kind", Form.oneOf("specific-exemption", "acceptable-purpose"));
        String purpose = form.requiredWords("purpose");
        LocalDate from = form.required("from", Form::day);
        LocalDate until = form.optional("until", Form::day);
        String legalBasis = form.words("legalBasis");
        commodities
                .check(form, "commodity", commodity)
                .filter(chemical -> !chemical.conventions().contains(Convention.STOCKHOLM))
                .ifPresent(chemical -> form.impossible("commodity", "is not listed by the Stockholm Convention"));
        form.inOrder(from, "until", until);
        return form.finish(() -> new ExemptionFact(country, id, commodity, kind, purpose, from, until, legalBasis));
    }

    private static Optional<String> name(String country, String id) {
        return Texts.inPath(country, CountryCode::of)
                .flatMap(of -> Texts.inPath(id, Form::notBlank).map(text -> of + "/" + text));
    }
}
