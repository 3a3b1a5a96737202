package org.skypatch.registry.api;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.ExportNotificationFact;
import org.skypatch.contracts.registry.ExportNotificationState;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.edge.page.Limit;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;
import org.skypatch.registry.record.Revised;
import org.skypatch.registry.rotterdam.ExportNotificationDecisions;
import org.skypatch.registry.rotterdam.ExportNotificationMove;

/**
 * Export notifications of the Rotterdam Convention (Article 12): before the first export of a chemical that the exporting
 * Party bans or severely restricts, and before the first one of each calendar year. Seen by the two Parties alone.
 */
@Path("/v1/export-notifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ExportNotificationResource {

    private static final int FIRST_YEAR = 2004;
    private static final int LAST_YEAR = 2999;

    private final Records records;
    private final KnownCommodities commodities;
    private final History history;
    private final Writer writer;
    private final BusinessClock clock;

    ExportNotificationResource(
            Records records, KnownCommodities commodities, History history, Writer writer, BusinessClock clock) {
        this.records = records;
        this.commodities = commodities;
        this.history = history;
        this.writer = writer;
        this.clock = clock;
    }

    /** Who may call: an authority of the exporting Party with the competence {@code pic}. */
    @POST
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(
            summary = "Sends a notification to the importing Party, which has 30 days to acknowledge it; 409 if that of"
                    + " the year has been sent")
    public Response send(
            @RequestBody(content = @Content(schema = @Schema(implementation = ExportNotificationFact.class))) @Nullable
                    JsonNode body) {
        ExportNotificationFact notice = notice(Form.of(body));
        return Answers.written(records.write(
                RecordKind.EXPORT_NOTIFICATION,
                notice.id(),
                writer.author(),
                new org.skypatch.registry.record.Precondition.None(),
                null,
                present -> ExportNotificationDecisions.send(present, notice, writer.caller())));
    }

    /** Who may call: officers and authorities of the two Parties. */
    @GET
    @Path("/{id}")
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "An export notification as it stands")
    public Response read(@PathParam("id") String id, @Context HttpHeaders headers) {
        return Answers.read(visible(id), headers);
    }

    /** Who may call: officers and authorities of the two Parties. */
    @GET
    @Path("/{id}/history")
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "Who made which move, when; the clock's among them")
    public Page<History.Entry> history(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return history.of(RecordKind.EXPORT_NOTIFICATION, id, limit, cursor);
    }

    /** Who may call: officers and authorities; they find the notifications that their country sent or was sent. */
    @GET
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(
            summary =
                    "The export notifications of the caller's country, by exporting Party, importing Party, chemical, year")
    public Page<ExportNotificationFact> list(
            @QueryParam("exportCountry") @Nullable String exportCountry,
            @QueryParam("importCountry") @Nullable String importCountry,
            @QueryParam("commodity") @Nullable String commodity,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int most = Limit.of(limit);
        Map<String, Object> saying = new HashMap<>();
        put(saying, "exportCountry", Texts.inQuery("exportCountry", exportCountry, CountryCode::of));
        put(saying, "importCountry", Texts.inQuery("importCountry", importCountry, CountryCode::of));
        put(saying, "commodity", Texts.inQuery("commodity", commodity, CommodityId::of));
        put(saying, "state", Texts.inQuery("state", state, text -> ExportNotificationState.of(text)
                .label()));
        return Pages.ofRecords(
                records.list(
                        RecordKind.EXPORT_NOTIFICATION,
                        Records.Question.of(writer.caller().actsFor(), Pages.after(cursor), most + 1)
                                .saying(saying)),
                most);
    }

    /** Who may call: an authority of the importing Party with the competence {@code pic}. */
    @POST
    @Path("/{id}/acknowledge")
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(summary = "Acknowledges receipt (Article 12(4))")
    public Response acknowledge(@PathParam("id") String id, @Context HttpHeaders headers) {
        return move(id, ExportNotificationMove.ACKNOWLEDGE, headers);
    }

    /** Who may call: an authority of the importing Party with the competence {@code pic}. */
    @POST
    @Path("/{id}/waive")
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(summary = "Waives the notification (Article 12(2))")
    public Response waive(@PathParam("id") String id, @Context HttpHeaders headers) {
        return move(id, ExportNotificationMove.WAIVE, headers);
    }

    /** Who may call: an authority of the exporting Party with the competence {@code pic}. */
    @POST
    @Path("/{id}/cease")
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(summary = "Says that the notification is due no longer (Article 12(5))")
    public Response cease(@PathParam("id") String id, @Context HttpHeaders headers) {
        return move(id, ExportNotificationMove.CEASE, headers);
    }

    private Response move(String id, ExportNotificationMove move, HttpHeaders headers) {
        visible(id);
        LocalDate today = today();
        return Answers.written(records.write(
                RecordKind.EXPORT_NOTIFICATION,
                id,
                writer.author(),
                Answers.precondition(headers),
                null,
                present -> ExportNotificationDecisions.move(present, move, writer.caller(), today)));
    }

    private Revised<ExportNotificationFact> visible(String id) {
        return Texts.inPath(id, Form::notBlank)
                .flatMap(name -> records.find(
                        RecordKind.EXPORT_NOTIFICATION, name, writer.caller().actsFor()))
                .orElseThrow(Answers::notFound);
    }

    private ExportNotificationFact notice(Form form) {
        Optional<CountryCode> own = writer.caller().actsFor();
        CountryCode exporting = own.orElseThrow(Answers::notFound);
        form.mustEqual("exportCountry", exporting);
        CountryCode importing = form.required("importCountry", CountryCode::of);
        CommodityId commodity = form.required("commodity", CommodityId::of);
        Integer year = form.requiredWhole("year", FIRST_YEAR, LAST_YEAR);
        LocalDate expected = form.optional("expectedExportOn", Form::day);
        String use = form.words("intendedUse");
        LocalDate today = today();
        commodities.check(form, "commodity", commodity);
        if (exporting.equals(importing)) {
            form.impossible("importCountry", "must be another country");
        }
        if (year != null && expected != null && expected.getYear() != year) {
            form.impossible("expectedExportOn", "must be in the year " + year);
        }
        if (expected != null && expected.isBefore(today)) {
            form.impossible("expectedExportOn", "must not be past: it is notified before the export");
        }
        return form.finish(() -> {
            ExportNotificationFact unnamed = new ExportNotificationFact(
                    "",
                    ExportNotificationState.SENT,
                    exporting,
                    importing,
                    commodity,
                    year,
                    today,
                    null,
                    null,
                    expected,
                    use);
            return new ExportNotificationFact(
                    ExportNotificationDecisions.nameOf(unnamed),
                    unnamed.state(),
                    exporting,
                    importing,
                    commodity,
                    year,
                    today,
                    null,
                    null,
                    expected,
                    use);
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static void put(Map<String, Object> saying, String field, @Nullable Object value) {
        if (value != null) {
            saying.put(field, value.toString());
        }
    }
}
