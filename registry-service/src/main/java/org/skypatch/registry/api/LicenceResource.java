package org.skypatch.registry.api;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.edge.page.Cursor;
import org.skypatch.edge.page.Limit;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.balance.Balances;
import org.skypatch.registry.licence.LicenceBalance;
import org.skypatch.registry.licence.LicenceDecisions;
import org.skypatch.registry.licence.Licences;
import org.skypatch.registry.record.RecordKey;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Revised;

/** Licences: written by the authority that issues them, read by the countries that they name. */
@Path("/v1/licences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LicenceResource {

    private final Licences licences;
    private final ReadableLicences readable;
    private final Balances balances;
    private final LicenceForm form;
    private final KnownCommodities commodities;
    private final Writer writer;

    LicenceResource(
            Licences licences,
            ReadableLicences readable,
            Balances balances,
            LicenceForm form,
            KnownCommodities commodities,
            Writer writer) {
        this.licences = licences;
        this.readable = readable;
        this.balances = balances;
        this.form = form;
        this.commodities = commodities;
        this.writer = writer;
    }

    /**
     * Who may call: officers and authorities of the issuing, the exporting and the importing country, and of those with whom
     * the issuer shares its licences.
     */
    @GET
    @Path("/{issuer}/{number}")
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(
            summary = "A licence as it stands, with its balance; slashes and blanks in the number are percent-encoded",
            description = "The ETag is the record's; the balance changes without it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LicenceShown.class)))
    public Response read(
            @PathParam("issuer") String issuer, @PathParam("number") String number, @Context HttpHeaders headers) {
        Revised<LicenceFact> licence = readable.find(issuer, number).orElseThrow(Answers::notFound);
        return balances.of(new RecordKey(
                        RecordKind.LICENCE,
                        licence.fact().issuer() + "/" + licence.fact().number()))
                .map(LicenceBalance::of)
                .map(balance -> Answers.ok(licence.revision(), LicenceShown.of(licence.fact(), balance)))
                .orElseGet(() -> Answers.read(licence, headers));
    }

    /** Who may call: an authority of the issuing country that is competent for the commodity. */
    @PUT
    @Path("/{issuer}/{number}")
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(
            summary =
                    "Issues a licence, or takes in an application if state is applied; changes a standing one, which keeps its state")
    public Response put(
            @PathParam("issuer") String issuer,
            @PathParam("number") String number,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = LicenceFact.class))) @Nullable
                    JsonNode body) {
        Caller caller = writer.authorityOf(issuer);
        LicenceForm.Put put = form.read(CountryCode.of(issuer), number, Form.of(body));
        return Answers.written(licences.write(
                new LicenceNumber(put.draft().issuer(), put.draft().number()),
                writer.author(),
                Answers.precondition(headers),
                null,
                present -> LicenceDecisions.put(present, put.draft(), put.state(), caller, commodities::competences)));
    }

    /** Who may call: officers and authorities; they find the licences that their country issued, that name it or are shared with it. */
    @GET
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "The licences that the caller's country may read, by issuer and number")
    public Page<LicenceFact> list(
            @QueryParam("issuer") @Nullable String issuer,
            @QueryParam("holder") @Nullable String holder,
            @QueryParam("text") @Nullable String text,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int most = Limit.of(limit);
        CountryCode issuedBy = Texts.inQuery("issuer", issuer, CountryCode::of);
        TraderId heldBy = Texts.inQuery("holder", holder, TraderId::of);
        String words = Texts.inQuery("text", text, Form::notBlank);
        LicenceNumber after = cursor == null ? null : after(Cursor.read(cursor, 2));
        return writer.caller()
                .actsFor()
                .map(country -> Pages.of(
                        licences.list(new Licences.Question(
                                country,
                                readable.union().orElse(null),
                                readable.sharers(country),
                                issuedBy,
                                heldBy,
                                words,
                                after,
                                most + 1)),
                        most,
                        licence -> Cursor.write(licence.issuer(), licence.number())))
                .orElseGet(() -> new Page<>(List.of(), null));
    }

    private static LicenceNumber after(List<String> parts) {
        return LicencePaths.number(parts.getFirst(), parts.getLast()).orElseThrow(Cursor::refused);
    }
}
