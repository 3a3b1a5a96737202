package org.skypatch.registry.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.CertificationFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.edge.page.Limit;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.party.Parties;
import org.skypatch.registry.record.Precondition;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;
import org.skypatch.registry.record.Revised;
import org.skypatch.registry.stockholm.CertificationDecisions;

/**
 * What a State that is no Party to the Stockholm Convention certifies each year to the Party that exports to it (Article
 * 3(2)(b)(iii)). Seen by the two States alone.
 */
@Path("/v1/certifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CertificationResource {

    private static final int FIRST_YEAR = 2004;
    private static final int LAST_YEAR = 2999;

    private final Records records;
    private final KnownCommodities commodities;
    private final Parties parties;
    private final History history;
    private final Writer writer;
    private final BusinessClock clock;

    CertificationResource(
            Records records,
            KnownCommodities commodities,
            Parties parties,
            History history,
            Writer writer,
            BusinessClock clock) {
        this.records = records;
        this.commodities = commodities;
        this.parties = parties;
        this.history = history;
        this.writer = writer;
        this.clock = clock;
    }

    /** Who may call: an authority with the competence {@code pop} of the importing State, or of the exporting Party that received it. */
    @POST
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(summary = "Records a yearly certification; 409 if that of the year is there")
    public Response certify(
            @RequestBody(content = @Content(schema = @Schema(implementation = CertificationFact.class))) @Nullable
                    JsonNode body) {
        CertificationFact certification = certification(Form.of(body));
        if (writer.caller().actsFor().filter(certification.concerns()::contains).isEmpty()) {
            throw new ForbiddenException("only an authority of one of the two States may record it");
        }
        return Answers.written(records.write(
                RecordKind.CERTIFICATION,
                certification.id(),
                writer.author(),
                new Precondition.None(),
                null,
                present -> CertificationDecisions.certify(present, certification, writer.caller())));
    }

    /** Who may call: an authority of the exporting Party with the competence {@code pop}. */
    @POST
    @Path("/{id}/transmit")
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(summary = "Notes that it has been sent on to the Secretariat, within 60 days of receipt")
    public Response transmit(@PathParam("id") String id, @Context HttpHeaders headers) {
        visible(id);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Answers.written(records.write(
                RecordKind.CERTIFICATION,
                id,
                writer.author(),
                Answers.precondition(headers),
                null,
                present -> CertificationDecisions.transmit(present, writer.caller(), today)));
    }

    /** Who may call: officers and authorities of the two States. */
    @GET
    @Path("/{id}")
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "A certification as it stands")
    public Response read(@PathParam("id") String id, @Context HttpHeaders headers) {
        return Answers.read(visible(id), headers);
    }

    /** Who may call: officers and authorities of the two States. */
    @GET
    @Path("/{id}/history")
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "Who recorded it and who sent it on")
    public Page<History.Entry> history(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return history.of(RecordKind.CERTIFICATION, id, limit, cursor);
    }

    /** Who may call: officers and authorities; they find the certifications of their own country. */
    @GET
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(
            summary = "The certifications of the caller's country, by exporting Party, importing State, chemical, year")
    public Page<CertificationFact> list(
            @QueryParam("commodity") @Nullable String commodity,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int most = Limit.of(limit);
        Map<String, Object> saying = new HashMap<>();
        CommodityId of = Texts.inQuery("commodity", commodity, CommodityId::of);
        if (of != null) {
            saying.put("commodity", of.value());
        }
        return Pages.ofRecords(
                records.list(
                        RecordKind.CERTIFICATION,
                        Records.Question.of(writer.caller().actsFor(), Pages.after(cursor), most + 1)
                                .saying(saying)),
                most);
    }

    private Revised<CertificationFact> visible(String id) {
        return Texts.inPath(id, Form::notBlank)
                .flatMap(name -> records.find(
                        RecordKind.CERTIFICATION, name, writer.caller().actsFor()))
                .orElseThrow(Answers::notFound);
    }

    private CertificationFact certification(Form form) {
        CountryCode exporting = form.required("exportCountry", CountryCode::of);
        CountryCode importing = form.required("importCountry", CountryCode::of);
        CommodityId commodity = form.required("commodity", CommodityId::of);
        Integer year = form.requiredWhole("year", FIRST_YEAR, LAST_YEAR);
        String use = form.requiredWords("intendedUse");
        LocalDate on = form.required("on", Form::day);
        String document = form.optional("document", Form::notBlank);
        commodities
                .check(form, "commodity", commodity)
                .filter(chemical -> !chemical.conventions().contains(Convention.STOCKHOLM))
                .ifPresent(chemical -> form.impossible("commodity", "is not listed by the Stockholm Convention"));
        if (exporting != null && exporting.equals(importing)) {
            form.impossible("importCountry", "must be another country");
        }
        if (importing != null && isParty(importing)) {
            form.impossible("importCountry", "is a Party to the Stockholm Convention and certifies nothing");
        }
        return form.finish(() -> {
            CertificationFact unnamed =
                    new CertificationFact("", exporting, importing, commodity, year, use, on, null, document);
            return new CertificationFact(
                    CertificationDecisions.nameOf(unnamed),
                    exporting,
                    importing,
                    commodity,
                    year,
                    use,
                    on,
                    null,
                    document);
        });
    }

    private boolean isParty(CountryCode country) {
        return parties.find(country)
                .filter(party -> "y".equals(party.fact().status().get("stockholm")))
                .isPresent();
    }
}
