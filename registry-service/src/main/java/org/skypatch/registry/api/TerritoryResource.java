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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.TerritoryFact;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;

/** Customs unions, and territories that a State represents: each edition by the day from which it holds. */
@Path("/v1/territories")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TerritoryResource {

    private static final int MOST_MEMBERS = 100;

    private final LawRecords law;
    private final Records records;
    private final Clock clock;

    TerritoryResource(LawRecords law, Records records, BusinessClock clock) {
        this.law = law;
        this.records = records;
        this.clock = clock;
    }

    /** Who may call: every member. */
    @GET
    @Path("/{code}")
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "A union or a territory as it is on a day, today if none is given")
    public Response read(
            @PathParam("code") String code, @QueryParam("on") @Nullable String on, @Context HttpHeaders headers) {
        String day = on == null ? LocalDate.now(clock).toString() : on;
        LocalDate asked = Texts.inQuery("on", day, LawRecords::day);
        return Texts.inPath(code, LawRecords::id).stream()
                .flatMap(name -> records
                        .list(
                                RecordKind.TERRITORY,
                                Records.Question.of(Optional.empty(), "", 500)
                                        .beginning(name + "/")
                                        .inForce(asked == null ? LocalDate.now(clock) : asked))
                        .stream())
                .reduce((earlier, later) -> later)
                .map(named -> Answers.read(named.record(), headers))
                .orElseThrow(Answers::notFound);
    }

    /** Who may call: an admin; and an authority of the union itself, or of the State that represents the territory. */
    @PUT
    @Path("/{code}")
    @RolesAllowed({"admin", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "Records what a union or a territory is from a day on; 201 for a new edition")
    public Response put(
            @PathParam("code") String code,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = TerritoryFact.class))) @Nullable
                    JsonNode body) {
        TerritoryFact territory = territory(code, Form.of(body));
        law.adminOrAuthorityOf(
                territory.representedBy() == null
                        ? territory.code()
                        : territory.representedBy().value());
        String name = territory.code() + "/" + territory.from();
        records.find(RecordKind.TERRITORY, name)
                .ifPresent(present -> law.adminOrAuthorityOf(
                        present.fact().representedBy() == null
                                ? present.fact().code()
                                : present.fact().representedBy().value()));
        return law.write(RecordKind.TERRITORY, name, headers, territory, fact -> Set.of());
    }

    /** Who may call: every member. */
    @GET
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "All editions of unions and territories, by code and first day")
    public Page<TerritoryFact> list(
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("member") @Nullable String member,
            @QueryParam("on") @Nullable String on,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        CountryCode country = Texts.inQuery("member", member, CountryCode::of);
        return law.list(
                RecordKind.TERRITORY,
                LawRecords.Asked.of("", on, limit, cursor)
                        .saying("kind", Texts.inQuery("kind", kind, LawRecords::word))
                        .saying("members", country == null ? null : List.of(country)));
    }

    private static TerritoryFact territory(String inPath, Form form) {
        String code = form.inPath("code", inPath, TerritoryResource::code);
        form.mustEqual("code", code == null ? inPath : code);
        String kind = form.required("kind", Form.oneOf("customs-union", "territory"));
        String name = form.requiredWords("name");
        List<CountryCode> members = form.list("members", MOST_MEMBERS, CountryCode::of);
        CountryCode representedBy = form.optional("representedBy", CountryCode::of);
        List<Convention> noTradeInside = form.list("noTradeInside", 4, Convention::of);
        LocalDate from = form.required("from", Form::day);
        LocalDate until = form.optional("until", Form::day);
        String legalBasis = form.requiredWords("legalBasis");
        if ("customs-union".equals(kind) && members.isEmpty()) {
            form.impossible("members", "must name the members of a union");
        }
        if ("territory".equals(kind) && representedBy == null) {
            form.impossible("representedBy", "must name the State that represents the territory");
        }
        form.inOrder(from, "until", until);
        return form.finish(() ->
                new TerritoryFact(code, kind, name, members, representedBy, noTradeInside, from, until, legalBasis));
    }

    private static String code(String text) {
        if (!text.matches("[A-Z]{2,10}")) {
            throw new IllegalArgumentException("must be a code in upper case such as EU or HK");
        }
        return text;
    }
}
