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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.QuotaFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;

/** What a Party lets in or out in a year. Seen by the Party, and by those with whom it shares its quotas. */
@Path("/v1/quotas")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class QuotaResource {

    private final LawRecords law;
    private final QuotaForm form;
    private final Writer writer;
    private final Records records;
    private final Sharing sharing;
    private final History history;

    QuotaResource(LawRecords law, QuotaForm form, Writer writer, Records records, Sharing sharing, History history) {
        this.law = law;
        this.form = form;
        this.writer = writer;
        this.records = records;
        this.sharing = sharing;
        this.history = history;
    }

    /** Who may call: officers and authorities of the country, and of those with whom it shares its quotas. */
    @GET
    @Path("/{country}/{year}/{group}")
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "The quota of a group, or of a commodity, in a year; of import unless direction=export")
    public Response read(
            @PathParam("country") String country,
            @PathParam("year") String year,
            @PathParam("group") String group,
            @QueryParam("direction") @Nullable String direction,
            @Context HttpHeaders headers) {
        return name(country, year, group, direction)
                .flatMap(name -> records.find(RecordKind.QUOTA, name))
                .filter(quota -> mayRead(quota.fact()))
                .map(quota -> Answers.read(quota, headers))
                .orElseThrow(Answers::notFound);
    }

    /** Who may call: officers and authorities of the country, and of those with whom it shares its quotas. */
    @GET
    @Path("/{country}/{year}/{group}/history")
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "Who changed what of it, when: oldest first")
    public Page<History.Entry> history(
            @PathParam("country") String country,
            @PathParam("year") String year,
            @PathParam("group") String group,
            @QueryParam("direction") @Nullable String direction,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return history.of(
                RecordKind.QUOTA,
                name(country, year, group, direction).orElseThrow(Answers::notFound),
                this::mayRead,
                limit,
                cursor);
    }

    /** Who may call: an authority of the country that is competent for the group or the commodity. */
    @PUT
    @Path("/{country}/{year}/{group}")
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(summary = "Sets a quota in kilograms, ODP-tonnes or CO2-equivalent tonnes; 201 for a new one")
    public Response put(
            @PathParam("country") String country,
            @PathParam("year") String year,
            @PathParam("group") String group,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = QuotaFact.class))) @Nullable
                    JsonNode body) {
        writer.authorityOf(country);
        QuotaFact quota = form.read(CountryCode.of(country), year, group, Form.of(body));
        return law.write(
                RecordKind.QUOTA,
                QuotaForm.name(quota),
                headers,
                quota,
                fact -> law.competences(fact.commodity(), fact.group(), null));
    }

    /** Who may call: officers and authorities; of another country they find what it shares. */
    @GET
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "The quotas of the caller's country, or of one that shares them, by year and group")
    public Page<QuotaFact> list(
            @QueryParam("country") @Nullable String country,
            @QueryParam("year") @Nullable String year,
            @QueryParam("group") @Nullable String group,
            @QueryParam("commodity") @Nullable String commodity,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Optional<CountryCode> own = writer.caller().actsFor();
        CountryCode of = Texts.inQuery("country", country, CountryCode::of);
        Optional<CountryCode> owner = of == null ? own : Optional.of(of);
        LawRecords.Asked asked = LawRecords.Asked.of(
                        owner.map(code -> code + "/").orElse("/"), null, limit, cursor)
                .saying("year", Texts.inQuery("year", year, QuotaForm::year))
                .saying("group", Texts.inQuery("group", group, KnownCommodities::group))
                .saying("commodity", Texts.inQuery("commodity", commodity, CommodityId::of));
        boolean isShared = owner.filter(this::isReadable).isPresent();
        return law.list(RecordKind.QUOTA, asked, isShared ? owner : own);
    }

    private boolean mayRead(QuotaFact quota) {
        return isReadable(quota.country());
    }

    private boolean isReadable(CountryCode owner) {
        return sharing.lets(writer.caller().actsFor(), owner, Sharing.QUOTAS);
    }

    private static Optional<String> name(String country, String year, String group, @Nullable String direction) {
        String asked = Texts.inQuery("direction", direction, Form.oneOf("import", QuotaForm.EXPORT));
        return Texts.inPath(country, CountryCode::of).flatMap(code -> Texts.inPath(year, QuotaForm::year)
                .flatMap(number -> Texts.inPath(group, QuotaForm.Subject::of)
                        .map(subject -> QuotaForm.name(code, number, subject, asked == null ? "import" : asked))));
    }
}
