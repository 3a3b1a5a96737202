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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.TraderFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.edge.page.Cursor;
import org.skypatch.edge.page.Limit;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.trader.Traders;

/** The traders of each country. Until Parties say what they share, a country's traders are seen by itself alone. */
@Path("/v1/traders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TraderResource {

    private final Traders traders;
    private final TraderForm form;
    private final Writer writer;

    TraderResource(Traders traders, TraderForm form, Writer writer) {
        this.traders = traders;
        this.form = form;
        this.writer = writer;
    }

    /** Who may call: officers and authorities of the trader's country. */
    @GET
    @Path("/{country}/{id}")
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "A trader in the register of its country")
    public Response read(
            @PathParam("country") String country, @PathParam("id") String id, @Context HttpHeaders headers) {
        Optional<CountryCode> own =
                writer.caller().actsFor().filter(acts -> acts.value().equals(country));
        return own.flatMap(acts -> Texts.inPath(id, TraderId::of).flatMap(trader -> traders.find(acts, trader)))
                .map(trader -> Answers.read(trader, headers))
                .orElseThrow(Answers::notFound);
    }

    /** Who may call: an authority of the trader's country. */
    @PUT
    @Path("/{country}/{id}")
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(summary = "Registers a trader, or changes its record; 201 for a new one")
    public Response put(
            @PathParam("country") String country,
            @PathParam("id") String id,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = TraderFact.class))) @Nullable
                    JsonNode body) {
        writer.authorityOf(country);
        return Answers.written(traders.put(
                form.read(CountryCode.of(country), id, Form.of(body)), writer.author(), Answers.precondition(headers)));
    }

    /** Who may call: officers and authorities; they find the traders of their own country. */
    @GET
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "The traders of the caller's country by id, filtered by role and by part of a name")
    public Page<TraderFact> list(
            @QueryParam("country") @Nullable String country,
            @QueryParam("text") @Nullable String text,
            @QueryParam("role") @Nullable String role,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int most = Limit.of(limit);
        CountryCode asked = Texts.inQuery("country", country, CountryCode::of);
        String words = Texts.inQuery("text", text, Form::notBlank);
        String part = Texts.inQuery("role", role, Form.oneOf(TraderForm.ROLES));
        TraderId after = cursor == null
                ? null
                : Texts.inPath(Cursor.read(cursor, 1).getFirst(), TraderId::of).orElseThrow(Cursor::refused);
        return writer.caller()
                .actsFor()
                .filter(own -> asked == null || asked.equals(own))
                .map(own -> Pages.of(
                        traders.list(new Traders.Question(own, words, part, after, most + 1)),
                        most,
                        trader -> Cursor.write(trader.id())))
                .orElseGet(() -> new Page<>(List.of(), null));
    }
}
