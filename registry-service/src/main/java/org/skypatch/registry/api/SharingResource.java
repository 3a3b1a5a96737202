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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.Share;
import org.skypatch.contracts.registry.SharingFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;

/** What a Party lets which others see of its traders, licences and quotas; its own business alone. */
@Path("/v1/sharing")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SharingResource {

    private final Records records;
    private final History history;
    private final Writer writer;

    SharingResource(Records records, History history, Writer writer) {
        this.records = records;
        this.history = history;
        this.writer = writer;
    }

    /** Who may call: officers and authorities of the Party itself. */
    @GET
    @Path("/{country}")
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "What a Party shares with which others; until it says so, nothing beyond what names them")
    public Response read(@PathParam("country") String country, @Context HttpHeaders headers) {
        return own(country)
                .flatMap(owner -> records.find(RecordKind.SHARING, owner.value()))
                .map(sharing -> Answers.read(sharing, headers))
                .orElseThrow(Answers::notFound);
    }

    /** Who may call: an authority of the Party. */
    @PUT
    @Path("/{country}")
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(
            summary = "Says what a Party shares: each list at most once, with Parties by name or with everyone; 201 for"
                    + " the first time")
    public Response put(
            @PathParam("country") String country,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = SharingFact.class))) @Nullable
                    JsonNode body) {
        writer.authorityOf(country);
        SharingFact sharing = sharing(CountryCode.of(country), Form.of(body));
        return Answers.written(records.write(
                RecordKind.SHARING,
                country,
                writer.author(),
                Answers.precondition(headers),
                null,
                present -> new Decision.Become<>(sharing)));
    }

    /** Who may call: officers and authorities of the Party itself. */
    @GET
    @Path("/{country}/history")
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "Who changed what the Party shares, and when")
    public Page<History.Entry> history(
            @PathParam("country") String country,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Optional<CountryCode> reader = writer.caller().actsFor();
        return history.of(
                RecordKind.SHARING,
                country,
                sharing -> reader.filter(sharing.country()::equals).isPresent(),
                limit,
                cursor);
    }

    private Optional<CountryCode> own(String country) {
        return writer.caller().actsFor().filter(own -> own.value().equals(country));
    }

    private static SharingFact sharing(CountryCode country, Form form) {
        form.mustEqual("country", country);
        List<Share> shares = new ArrayList<>();
        List<Form> parts = form.forms("shares", Sharing.LISTS.length);
        for (int i = 0; i < parts.size(); i++) {
            Share share = Sharing.share(parts.get(i));
            if (shares.stream().anyMatch(other -> other.list().equals(share.list()))) {
                form.impossible("shares/" + i + "/list", "is there twice");
            }
            shares.add(share);
        }
        return form.finish(() -> new SharingFact(country, shares));
    }
}
