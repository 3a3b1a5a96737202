package org.skypatch.registry.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.registry.licence.LicenceDecisions;
import org.skypatch.registry.licence.LicenceMove;
import org.skypatch.registry.licence.Licences;

/** The moves of a licence through its states, each with the reason for it. Expiry is made by nobody: it comes by the clock. */
@Path("/v1/licences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LicenceMoveResource {

    private final Licences licences;
    private final KnownCommodities commodities;
    private final Writer writer;

    LicenceMoveResource(Licences licences, KnownCommodities commodities, Writer writer) {
        this.licences = licences;
        this.commodities = commodities;
        this.writer = writer;
    }

    /** Why a licence is moved to another state. */
    public record Reason(@Schema(required = true) String reason) {}

    /** Who may call: an authority of the issuing country that is competent for the commodity. */
    @POST
    @Path("/{issuer}/{number}/issue")
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(summary = "Issues a licence that was applied for")
    public Response issue(
            @PathParam("issuer") String issuer,
            @PathParam("number") String number,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = Reason.class))) @Nullable JsonNode body) {
        return move(issuer, number, LicenceMove.ISSUE, headers, body);
    }

    /** Who may call: an authority of the issuing country that is competent for the commodity. */
    @POST
    @Path("/{issuer}/{number}/refuse")
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(summary = "Refuses a licence that was applied for, for good")
    public Response refuse(
            @PathParam("issuer") String issuer,
            @PathParam("number") String number,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = Reason.class))) @Nullable JsonNode body) {
        return move(issuer, number, LicenceMove.REFUSE, headers, body);
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

    private Response move(
            String issuer, String number, LicenceMove move, HttpHeaders headers, @Nullable JsonNode body) {
        Caller caller = writer.authorityOf(issuer);
        Form asked = Form.of(body);
        String reason = asked.requiredWords("reason");
        String why = asked.finish(() -> reason);
        LicenceNumber licence = LicencePaths.number(issuer, number).orElseThrow(Answers::notFound);
        return Answers.written(licences.write(
                licence,
                writer.author(),
                Answers.precondition(headers),
                why,
                present -> LicenceDecisions.move(present, move, caller, commodities::competences)));
    }
}
