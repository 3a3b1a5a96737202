package org.skypatch.registry.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.trader.Traders;

/** The traders of each country: seen by itself, and by those with whom it shares them. */
@Path("/v1/traders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TraderResource {

    private final Traders traders;
    private final TraderForm form;
    private final Sharing sharing;
    private final History history;
    private final Writer writer;

    TraderResource(Traders traders, TraderForm form, Sharing sharing, History history, Writer writer) {
        this.traders = traders;
        this.form = form;
        this.sharing = sharing;
        this.history = history;
        this.writer = writer;
    }

    /** A new standing and why. */
    public record StandingPut(
            @Schema(
                    required = true,
                    enumeration = {"good", "suspended", "withdrawn"})
            String standing,

            @Schema(required = true) String reason) {}

    /**
     * A trader as it is found.
     *
     * @param likeness how well its best name fits what was asked, from 0 to 1; missing where nothing was asked by name
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TraderFound(
            @JsonUnwrapped TraderFact trader, @Nullable BigDecimal likeness) {}

    /** Who may call: officers and authorities of the trader's country, and of those with whom it shares its traders. */
    @GET
    @Path("/{country}/{id}")
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "A trader in the register of its country")
    public Response read(
            @PathParam("country") String country, @PathParam("id") String id, @Context HttpHeaders headers) {
        return visible(country)
                .flatMap(owner -> Texts.inPath(id, TraderId::of).flatMap(trader -> traders.find(owner, trader)))
                .map(trader -> Answers.read(trader, headers))
                .orElseThrow(Answers::notFound);
    }

    /** Who may call: officers and authorities of the trader's own country. */
    @GET
    @Path("/{country}/{id}/history")
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "Who changed what of a trader, when and why; its standing among it")
    public Page<History.Entry> history(
            @PathParam("country") String country,
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Optional<CountryCode> reader = writer.caller().actsFor();
        return history.of(
                RecordKind.TRADER,
                country + "/" + id,
                trader -> reader.filter(trader.country()::equals).isPresent(),
                limit,
                cursor);
    }

    /** Who may call: an authority of the trader's country. */
    @POST
    @Path("/{country}/{id}/standing")
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(summary = "Changes a trader's standing, for a reason that its history keeps")
    public Response standing(
            @PathParam("country") String country,
            @PathParam("id") String id,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = StandingPut.class))) @Nullable
                    JsonNode body) {
        writer.authorityOf(country);
        Form asked = Form.of(body);
        String standing = asked.required("standing", Form.oneOf("good", "suspended", "withdrawn"));
        String reason = asked.requiredWords("reason");
        String why = asked.finish(() -> reason);
        TraderId trader = Texts.inPath(id, TraderId::of).orElseThrow(Answers::notFound);
        return Answers.written(traders.changeStanding(
                CountryCode.of(country), trader, standing, writer.author(), Answers.precondition(headers), why));
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

    /** Who may call: officers and authorities; they find the traders of their own country and those shared with it. */
    @GET
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(
            summary =
                    "The traders that the caller may see, by country and id; or by a name or alias in any script, also"
                            + " misspelt, the likest first",
            description = "text: a name or a part of one; legal forms, accents and the script do not matter")
    public Page<TraderFound> list(
            @QueryParam("country") @Nullable String country,
            @QueryParam("text") @Nullable String text,
            @QueryParam("role") @Nullable String role,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int most = Limit.of(limit);
        CountryCode asked = Texts.inQuery("country", country, CountryCode::of);
        String words = Texts.inQuery("text", text, Form::notBlank);
        String part = Texts.inQuery("role", role, Form.oneOf(TraderForm.ROLES));
        Set<CountryCode> countries =
                writer
                        .caller()
                        .actsFor()
                        .map(reader -> sharing.owners(reader, Sharing.TRADERS))
                        .orElseGet(Set::of)
                        .stream()
                        .filter(owner -> asked == null || asked.equals(owner))
                        .collect(Collectors.toSet());
        return words == null ? byId(countries, part, most, cursor) : byName(countries, words, part, most, cursor);
    }

    private Page<TraderFound> byId(
            Set<CountryCode> countries, @Nullable String role, int most, @Nullable String cursor) {
        String after = cursor == null ? null : String.join("/", Cursor.read(cursor, 2));
        return Pages.of(
                traders.list(new Traders.Question(countries, role, after, most + 1)).stream()
                        .map(trader -> new TraderFound(trader, null))
                        .toList(),
                most,
                found -> Cursor.write(found.trader().country(), found.trader().id()));
    }

    private Page<TraderFound> byName(
            Set<CountryCode> countries, String words, @Nullable String role, int most, @Nullable String cursor) {
        int seen = cursor == null ? 0 : seen(Cursor.read(cursor, 1).getFirst());
        return Pages.of(
                traders.named(countries, words, role, seen, most + 1).stream()
                        .map(named -> new TraderFound(
                                named.trader(),
                                BigDecimal.valueOf(named.likeness()).setScale(3, RoundingMode.HALF_UP)))
                        .toList(),
                most,
                found -> Cursor.write(seen + most));
    }

    private static int seen(String text) {
        if (!text.matches("[0-9]{1,6}")) {
            throw Cursor.refused();
        }
        return Integer.parseInt(text);
    }

    private Optional<CountryCode> visible(String country) {
        return Texts.inPath(country, CountryCode::of)
                .filter(owner -> sharing.lets(writer.caller().actsFor(), owner, Sharing.TRADERS));
    }
}
