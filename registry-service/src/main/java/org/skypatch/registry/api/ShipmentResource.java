package org.skypatch.registry.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.ShipmentFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.page.Cursor;
import org.skypatch.edge.page.Limit;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.notification.Left;
import org.skypatch.registry.notification.MovementPaper;
import org.skypatch.registry.notification.Notifications;
import org.skypatch.registry.notification.Reported;
import org.skypatch.registry.paper.Papers;
import org.skypatch.registry.record.Revised;

/**
 * Shipments under a Basel notification, by their movement documents: announced and started by the State of export,
 * received and completed by the State of import, stamped by the customs of every State on the way.
 */
@Path("/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ShipmentResource {

    private final Notifications notifications;
    private final NotificationsSeen seen;
    private final ShipmentForms forms;
    private final NotificationCalls calls;
    private final Papers papers;
    private final Writer writer;

    ShipmentResource(
            Notifications notifications,
            NotificationsSeen seen,
            ShipmentForms forms,
            NotificationCalls calls,
            Papers papers,
            Writer writer) {
        this.notifications = notifications;
        this.seen = seen;
        this.forms = forms;
        this.calls = calls;
        this.papers = papers;
        this.writer = writer;
    }

    /** Who may call: officers and authorities of the States concerned. */
    @GET
    @Path("/{number}/shipments")
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "The shipments of a notification, by serial")
    public Page<ShipmentFact> list(
            @PathParam("number") String number,
            @QueryParam("exportCountry") @Nullable String exportCountry,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int most = Limit.of(limit);
        int after = cursor == null ? 0 : serial(Cursor.read(cursor, 1).getFirst());
        return Pages.of(
                notifications.shipments(seen.find(number, exportCountry).fact(), after, most + 1),
                most,
                shipment -> Cursor.write(shipment.serial()));
    }

    private static int serial(String text) {
        if (!text.matches("[0-9]{1,4}")) {
            throw Cursor.refused();
        }
        return Integer.parseInt(text);
    }

    /** Who may call: officers and authorities of the States concerned. */
    @GET
    @Path("/{number}/left")
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(
            summary = "What may still be announced, by the shipments that the registry knows; what customs saw is in"
                    + " the balance that tracking keeps")
    public Left left(@PathParam("number") String number, @QueryParam("exportCountry") @Nullable String exportCountry) {
        NotificationFact notification = seen.find(number, exportCountry).fact();
        return Left.of(notification, notifications.shipments(notification));
    }

    /** Who may call: officers and authorities of the States concerned. */
    @GET
    @Path("/{number}/shipments/{serial: [0-9]{1,4}}")
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "A shipment as its movement document says")
    public Response read(
            @PathParam("number") String number,
            @PathParam("serial") int serial,
            @QueryParam("exportCountry") @Nullable String exportCountry,
            @Context HttpHeaders headers) {
        return notifications
                .shipment(seen.find(number, exportCountry).fact(), serial)
                .map(shipment -> Answers.read(shipment, headers))
                .orElseThrow(Answers::notFound);
    }

    /** Who may call: officers and authorities of the States concerned. */
    @GET
    @Path("/{number}/shipments/{serial: [0-9]{1,4}}/document.pdf")
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Produces("application/pdf")
    @Operation(summary = "The movement document, every block numbered as in the international form")
    public Response document(
            @PathParam("number") String number,
            @PathParam("serial") int serial,
            @QueryParam("exportCountry") @Nullable String exportCountry) {
        NotificationFact notification = seen.find(number, exportCountry).fact();
        Revised<ShipmentFact> shipment =
                notifications.shipment(notification, serial).orElseThrow(Answers::notFound);
        return Response.ok(papers.pdf(MovementPaper.of(notification, shipment.fact(), calls.names(notification))))
                .build();
    }

    /** Who may call: an authority of the State of export with the competence basel. */
    @PUT
    @Path("/{number}/shipments/{serial: [0-9]{1,4}}")
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(
            summary = "Announces a shipment, or announces it anew before it starts; 409 saying what is left if it goes"
                    + " beyond what was consented")
    public Response announce(
            @PathParam("number") String number,
            @PathParam("serial") int serial,
            @QueryParam("exportCountry") @Nullable String exportCountry,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = ShipmentFact.class))) @Nullable
                    JsonNode body) {
        seen.authority();
        NotificationFact notification = seen.find(number, exportCountry).fact();
        ShipmentFact announced = forms.announcement(notification, serial, Form.of(body));
        return Answers.written(
                notifications.announce(Notifications.name(notification), announced, seen.writing(headers, null)));
    }

    /**
     * Who may call: an authority with the competence basel: of the State of export start and cancel, of the State of import
     * receive, confirm, dispose and complete.
     */
    @POST
    @Path("/{number}/shipments/{serial: [0-9]{1,4}}/{report: start|receive|confirm|dispose|complete|cancel}")
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(
            summary =
                    "Takes what is reported of a shipment: started, received, the facility's confirmation of the receipt,"
                            + " disposed of or recovered, completed with certificate, cancelled")
    public Response report(
            @PathParam("number") String number,
            @PathParam("serial") int serial,
            @PathParam("report") String report,
            @QueryParam("exportCountry") @Nullable String exportCountry,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = ShipmentForms.Report.class))) @Nullable
                    JsonNode body) {
        seen.authority();
        NotificationFact notification = seen.find(number, exportCountry).fact();
        Form form = Form.of(body == null ? JsonNodeFactory.instance.objectNode() : body);
        Reported reported =
                switch (report) {
                    case "start" -> forms.started(form);
                    case "receive" -> forms.received(form);
                    case "confirm" -> forms.confirmed(form);
                    case "dispose" -> forms.disposed(form);
                    case "complete" -> forms.completed(form);
                    default -> forms.cancelled(form);
                };
        String reason = reported instanceof Reported.Cancelled(String why) ? why : null;
        return Answers.written(notifications.report(
                Notifications.name(notification), serial, reported, seen.writing(headers, reason)));
    }

    /** Who may call: officers and authorities of the States concerned; each writes the stamps of its own State. */
    @POST
    @Path("/{number}/shipments/{serial: [0-9]{1,4}}/stamp")
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(
            summary = "Writes the stamp of a customs office on the movement document: where the waste came in or left")
    public Response stamp(
            @PathParam("number") String number,
            @PathParam("serial") int serial,
            @QueryParam("exportCountry") @Nullable String exportCountry,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = ShipmentForms.Stamp.class))) @Nullable
                    JsonNode body) {
        Optional<CountryCode> country = writer.caller().actsFor();
        NotificationFact notification = seen.find(number, exportCountry).fact();
        Reported stamped = forms.stamped(country.orElseThrow(Answers::notFound), Form.of(body));
        return Answers.written(notifications.report(
                Notifications.name(notification),
                serial,
                stamped,
                new Notifications.Writing(writer.author(), country.get(), Answers.precondition(headers), null)));
    }

    /** The States that a shipment of a notification concerns, in the order of their codes. */
    static List<CountryCode> concerned(NotificationFact notification) {
        return notification.concerns().stream().sorted().toList();
    }
}
