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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.NotificationState;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.contracts.trade.WasteCode;
import org.skypatch.edge.page.Limit;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.notification.NotificationDecisions;
import org.skypatch.registry.notification.NotificationPaper;
import org.skypatch.registry.notification.Notifications;
import org.skypatch.registry.paper.Papers;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;
import org.skypatch.registry.record.Revised;

/**
 * Basel notifications: written by the State of export, decided by every State concerned, seen by these alone; before it is
 * forwarded only the State of export sees one. Slashes and blanks in a number are percent-encoded; where a State sees
 * several of one number, {@code ?exportCountry=} says which.
 */
@Path("/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NotificationResource {

    private final Records records;
    private final Notifications notifications;
    private final NotificationsSeen seen;
    private final NotificationDraft draft;
    private final NotificationCalls calls;
    private final Papers papers;
    private final Writer writer;
    private final History history;

    NotificationResource(
            Records records,
            Notifications notifications,
            NotificationsSeen seen,
            NotificationDraft draft,
            NotificationCalls calls,
            Papers papers,
            Writer writer,
            History history) {
        this.records = records;
        this.notifications = notifications;
        this.seen = seen;
        this.draft = draft;
        this.calls = calls;
        this.papers = papers;
        this.writer = writer;
        this.history = history;
    }

    /** Who may call: an authority of the State of export with the competence basel. */
    @POST
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(
            summary = "Writes a notification and, unless it says submit: false, hands it in and forwards it to the"
                    + " States concerned; 201 for a new one")
    public Response post(
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = NotificationFact.class))) @Nullable
                    JsonNode body) {
        CountryCode exporting = seen.authority();
        Form form = Form.of(body);
        boolean forwards = !Boolean.FALSE.equals(form.yes("submit"));
        NotificationFact written = draft.read(exporting, null, form);
        return Answers.written(notifications.write(
                Notifications.name(written),
                seen.writing(headers, null),
                (present, act) -> forwards
                        ? calls.forwarded(present, written, act)
                        : NotificationDecisions.draft(present, written)));
    }

    /** Who may call: an authority of the State of export with the competence basel. */
    @PUT
    @Path("/{number}")
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(summary = "Writes a notification as long as it is a draft; 201 for a new one")
    public Response put(
            @PathParam("number") String number,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = NotificationFact.class))) @Nullable
                    JsonNode body) {
        NotificationFact written = draft.read(seen.authority(), number, Form.of(body));
        return Answers.written(notifications.write(
                Notifications.name(written),
                seen.writing(headers, null),
                (present, act) -> NotificationDecisions.draft(present, written)));
    }

    /** Who may call: officers and authorities of the States concerned. */
    @GET
    @Path("/{number}")
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "A notification as it stands, with what every State concerned has decided")
    public Response read(
            @PathParam("number") String number,
            @QueryParam("exportCountry") @Nullable String exportCountry,
            @Context HttpHeaders headers) {
        return Answers.read(seen.find(number, exportCountry), headers);
    }

    /** Who may call: officers and authorities of the States concerned. */
    @GET
    @Path("/{number}/history")
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "Who made what of a notification, when and why")
    public Page<History.Entry> history(
            @PathParam("number") String number,
            @QueryParam("exportCountry") @Nullable String exportCountry,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        NotificationFact notification = seen.find(number, exportCountry).fact();
        return history.of(RecordKind.NOTIFICATION, Notifications.name(notification), limit, cursor);
    }

    /** Who may call: officers and authorities of the States concerned. */
    @GET
    @Path("/{number}/document.pdf")
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Produces("application/pdf")
    @Operation(summary = "The notification document, every block numbered as in the international form")
    public Response document(
            @PathParam("number") String number, @QueryParam("exportCountry") @Nullable String exportCountry) {
        Revised<NotificationFact> notification = seen.find(number, exportCountry);
        return Response.ok(papers.pdf(NotificationPaper.of(notification.fact(), calls.names(notification.fact()))))
                .build();
    }

    /** Who may call: officers and authorities; they find the notifications that concern their State. */
    @GET
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "The notifications that concern the caller's State, by State of export and number")
    public Page<NotificationFact> list(
            @QueryParam("exportCountry") @Nullable String exportCountry,
            @QueryParam("importCountry") @Nullable String importCountry,
            @QueryParam("transit") @Nullable String transit,
            @QueryParam("state") @Nullable String state,
            @QueryParam("exporter") @Nullable String exporter,
            @QueryParam("facility") @Nullable String facility,
            @QueryParam("wasteCode") @Nullable String wasteCode,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int most = Limit.of(limit);
        Map<String, Object> saying = new LinkedHashMap<>();
        put(saying, "exportCountry", Texts.inQuery("exportCountry", exportCountry, CountryCode::of));
        put(saying, "importCountry", Texts.inQuery("importCountry", importCountry, CountryCode::of));
        put(saying, "state", Texts.inQuery("state", state, text -> NotificationState.of(text)
                .label()));
        put(saying, "exporter", Texts.inQuery("exporter", exporter, TraderId::of));
        put(saying, "facility", Texts.inQuery("facility", facility, TraderId::of));
        Map<String, Object> holding = new LinkedHashMap<>();
        put(holding, "transitCountries", Texts.inQuery("transit", transit, CountryCode::of));
        put(holding, "wasteCodes", Texts.inQuery("wasteCode", wasteCode, WasteCode::of));
        Optional<CountryCode> reader = writer.caller().actsFor();
        return Pages.ofRecords(
                records.list(
                        RecordKind.NOTIFICATION,
                        Records.Question.of(reader, Pages.after(cursor), most + 1)
                                .saying(saying)
                                .holding(holding)),
                most);
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }

    /** Who may call: an authority of the deciding State with the competence basel; each State decides for itself. */
    @POST
    @Path("/{number}/decisions")
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(
            summary = "A State concerned acknowledges, asks, consents (with conditions) or objects; the last missing"
                    + " consent makes the notification active")
    public Response decide(
            @PathParam("number") String number,
            @QueryParam("exportCountry") @Nullable String exportCountry,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = NotificationCalls.Decide.class)))
                    @Nullable
                    JsonNode body) {
        CountryCode deciding = seen.authority();
        return calls.decide(seen.find(number, exportCountry).fact(), deciding, Form.of(body), headers);
    }

    /**
     * Who may call: an authority with the competence basel. Of the State of export: submit, forward, not-forward, reply,
     * request-change, drop-change, complete, withdraw, contract and guarantee (to file). Of the State of import: contract (to
     * confirm). Of any other State concerned: agree-change, refuse-change. Of every State concerned: suspend, resume,
     * withdraw-consent, guarantee (to confirm).
     */
    @POST
    @Path(
            "/{number}/{move: submit|forward|not-forward|reply|suspend|resume|withdraw-consent|request-change|agree-change|refuse-change|drop-change|complete|withdraw|contract|guarantee}")
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(summary = "Moves a notification to another state, or files and confirms what it needs")
    public Response move(
            @PathParam("number") String number,
            @PathParam("move") String move,
            @QueryParam("exportCountry") @Nullable String exportCountry,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = NotificationCalls.Move.class))) @Nullable
                    JsonNode body) {
        seen.authority();
        return calls.move(seen.find(number, exportCountry).fact(), move, body, headers);
    }
}
