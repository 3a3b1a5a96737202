package org.skypatch.registry.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.ForbiddenException;
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
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.WatchlistFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.record.RecordKind;

/** What a Party keeps an eye on. Its entries are seen by it and by the Parties it shares each with; by nobody else. */
@Path("/v1/watchlist")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WatchlistResource {

    private static final int MOST_PARTIES = 300;

    private final LawRecords law;
    private final Writer writer;
    private final History history;

    WatchlistResource(LawRecords law, Writer writer, History history) {
        this.law = law;
        this.writer = writer;
        this.history = history;
    }

    /** Who may call: officers and authorities of the owner and of those that it shares the entry with. */
    @GET
    @Path("/{country}/{id}")
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "An entry of a watch list")
    public Response read(
            @PathParam("country") String country, @PathParam("id") String id, @Context HttpHeaders headers) {
        return law.read(RecordKind.WATCHLIST, LawRecords.name(country, id), headers);
    }

    /** Who may call: officers and authorities of the owner and of those that it shares the entry with. */
    @GET
    @Path("/{country}/{id}/history")
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "Who changed what of it, when: oldest first")
    public Page<History.Entry> history(
            @PathParam("country") String country,
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return history.of(
                RecordKind.WATCHLIST, LawRecords.name(country, id).orElseThrow(Answers::notFound), limit, cursor);
    }

    /** Who may call: officers and authorities of the owner. */
    @PUT
    @Path("/{country}/{id}")
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "Puts something on the country's watch list, or ends an entry with its last day; 201 if new")
    public Response put(
            @PathParam("country") String country,
            @PathParam("id") String id,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = WatchlistFact.class))) @Nullable
                    JsonNode body) {
        CountryCode owner = writer.caller()
                .actsFor()
                .filter(own -> own.value().equals(country))
                .orElseThrow(() -> new ForbiddenException("only the country itself keeps its watch list"));
        WatchlistFact entry = entry(owner, id, Form.of(body));
        return law.write(RecordKind.WATCHLIST, owner + "/" + entry.id(), headers, entry, fact -> Set.of());
    }

    /** Who may call: officers and authorities; they find their country's entries and those shared with it. */
    @GET
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "The entries that the caller's country may see, by owner and id")
    public Page<WatchlistFact> list(
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("value") @Nullable String value,
            @QueryParam("on") @Nullable String on,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        CountryCode of = Texts.inQuery("owner", owner, CountryCode::of);
        return law.list(
                RecordKind.WATCHLIST,
                LawRecords.Asked.of(of == null ? "" : of + "/", on, limit, cursor)
                        .saying("kind", Texts.inQuery("kind", kind, LawRecords::word))
                        .saying("value", Texts.inQuery("value", value, Form::notBlank)));
    }

    private static WatchlistFact entry(CountryCode owner, String inPath, Form form) {
        String id = form.inPath("id", inPath, LawRecords::id);
        form.mustEqual("owner", owner);
        form.mustEqual("id", id == null ? inPath : id);
        String kind = form.required("kind", Form.oneOf("trader", "container", "vessel", "facility"));
        String value = form.required("value", Form::notBlank);
        String reason = form.requiredWords("reason");
        LocalDate until = form.optional("until", Form::day);
        List<CountryCode> sharedWith = form.list("sharedWith", MOST_PARTIES, CountryCode::of);
        if (sharedWith.contains(owner)) {
            form.impossible("sharedWith", "must not name the owner, who sees it anyway");
        }
        return form.finish(() -> new WatchlistFact(owner, id, kind, value, reason, until, sharedWith));
    }
}
