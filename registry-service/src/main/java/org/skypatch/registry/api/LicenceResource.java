package org.skypatch.registry.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.edge.page.Cursor;
import org.skypatch.edge.page.Limit;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.licence.LicenceDecisions;
import org.skypatch.registry.licence.LicenceMove;
import org.skypatch.registry.licence.LicenceReaders;
import org.skypatch.registry.licence.Licences;

/** Licences: written by the authority that issues them, read by the countries that they name. */
@Path("/v1/licences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LicenceResource {

    private final Licences licences;
    private final LicenceForm form;
    private final KnownCommodities commodities;
    private final Writer writer;

    LicenceResource(Licences licences, LicenceForm form, KnownCommodities commodities, Writer writer) {
        this.licences = licences;
        this.form = form;
        this.commodities = commodities;
        this.writer = writer;
    }

    /** Why a licence is moved to another state. */
    public record Reason(@Schema(required = true) String reason) {}

    /** Who may call: officers and authorities of the issuing, the exporting and the importing country. */
    @GET
    @Path("/{issuer}/{number}")
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "A licence as it stands; slashes and blanks in the number are percent-encoded")
    public Response read(
            @PathParam("issuer") String issuer, @PathParam("number") String number, @Context HttpHeaders headers) {
        Caller caller = writer.caller();
        return numberIn(issuer, number)
                .flatMap(licences::find)
                .filter(licence -> LicenceReaders.include(caller, licence.fact()))
                .map(licence -> Answers.read(licence, headers))
                .orElseThrow(Answers::notFound);
    }

    /** Who may call: an authority of the issuing country that is competent for the commodity. */
    @PUT
    @Path("/{issuer}/{number}")
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(summary = "Issues a licence, or changes a standing one, which keeps its state; 201 for a new one")
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

    /** Who may call: an authority of the issuing country that is competent for the commodity. */
    @POST
    @Path("/{issuer}/{number}/suspend")
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(summary = "Suspends an issued licence")
    public Response suspend(
            @PathParam("issuer") String issuer,
            @PathParam("number") String number,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = Reason.class))) @Nullable JsonNode body) {
        return move(issuer, number, LicenceMove.SUSPEND, headers, body);
    }

    /** Who may call: an authority of the issuing country that is competent for the commodity. */
    @POST
    @Path("/{issuer}/{number}/reinstate")
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(summary = "Reinstates a suspended licence")
    public Response reinstate(
            @PathParam("issuer") String issuer,
            @PathParam("number") String number,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = Reason.class))) @Nullable JsonNode body) {
        return move(issuer, number, LicenceMove.REINSTATE, headers, body);
    }

    /** Who may call: an authority of the issuing country that is competent for the commodity. */
    @POST
    @Path("/{issuer}/{number}/revoke")
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(summary = "Revokes an issued licence for good")
    public Response revoke(
            @PathParam("issuer") String issuer,
            @PathParam("number") String number,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = Reason.class))) @Nullable JsonNode body) {
        return move(issuer, number, LicenceMove.REVOKE, headers, body);
    }

    /** Who may call: officers and authorities; they find the licences that their country issued or that name it. */
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
                        licences.list(new Licences.Question(country, issuedBy, heldBy, words, after, most + 1)),
                        most,
                        licence -> Cursor.write(licence.issuer(), licence.number())))
                .orElseGet(() -> new Page<>(List.of(), null));
    }

    private Response move(
            String issuer, String number, LicenceMove move, HttpHeaders headers, @Nullable JsonNode body) {
        Caller caller = writer.authorityOf(issuer);
        Form asked = Form.of(body);
        String reason = asked.requiredWords("reason");
        String why = asked.finish(() -> reason);
        LicenceNumber licence = numberIn(issuer, number).orElseThrow(Answers::notFound);
        return Answers.written(licences.write(
                licence,
                writer.author(),
                Answers.precondition(headers),
                why,
                present -> LicenceDecisions.move(present, move, caller, commodities::competences)));
    }

    private static Optional<LicenceNumber> numberIn(String issuer, String number) {
        return Texts.inPath(issuer, CountryCode::of)
                .flatMap(country -> Texts.inPath(number, text -> new LicenceNumber(country, text)));
    }

    private static LicenceNumber after(List<String> parts) {
        return numberIn(parts.getFirst(), parts.getLast()).orElseThrow(Cursor::refused);
    }
}
