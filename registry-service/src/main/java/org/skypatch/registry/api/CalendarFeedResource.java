package org.skypatch.registry.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.registry.AdministrationFact;
import org.skypatch.registry.feed.CalendarFeed;
import org.skypatch.registry.feed.CalendarFeeds;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;
import org.skypatch.registry.record.Revised;

/**
 * Secret addresses for calendar programs, which cannot send a bearer token: one of a person, one of its administration.
 * Whoever has the address reads what its owner must do, so it is told once and can be replaced or taken back at any time.
 */
@Path("/v1/calendar-feeds")
@Consumes(MediaType.APPLICATION_JSON)
public class CalendarFeedResource {

    private static final String OWNERS = "{owner: person|administration}";

    private final CalendarFeeds feeds;
    private final ClockCalendar calendar;
    private final Records records;
    private final Writer writer;

    CalendarFeedResource(CalendarFeeds feeds, ClockCalendar calendar, Records records, Writer writer) {
        this.feeds = feeds;
        this.calendar = calendar;
        this.records = records;
        this.writer = writer;
    }

    /** What an address is to show. */
    record Wish(
            @Schema(description = "whether names of traders and numbers of papers are shown; false if left out")
            Boolean names) {}

    /**
     * An address as it stands.
     *
     * @param address below the registry's root; only told when it is made
     * @param readAt when it was last read, to the hour; missing if never
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FeedShown(
            @Nullable String address,
            boolean names,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant readAt) {

        static FeedShown of(CalendarFeed feed, @Nullable String address) {
            return new FeedShown(address, feed.names(), feed.createdAt(), feed.expiresAt(), feed.readAt());
        }
    }

    /** Who may call: an authority; it reads its own, or its administration's. */
    @GET
    @Path("/" + OWNERS)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(
            summary = "Whether there is a secret calendar address, since when, until when, and when it was last read")
    public FeedShown read(@PathParam("owner") String owner) {
        return feeds.of(writer.caller().administration(), person(owner))
                .map(feed -> FeedShown.of(feed, null))
                .orElseThrow(Answers::notFound);
    }

    /** Who may call: an authority; for itself, or for its administration. */
    @POST
    @Path("/" + OWNERS)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(
            summary =
                    "Makes a secret calendar address, and tells it this once; the one before shows nothing from then on",
            description = "It shows what the caller must do, never more than the caller may see now, nor than its"
                    + " administration is competent for when it is read")
    public Response make(
            @PathParam("owner") String owner,
            @RequestBody(content = @Content(schema = @Schema(implementation = Wish.class))) @Nullable JsonNode body) {
        Form form = Form.of(body == null ? JsonNodeFactory.instance.objectNode() : body);
        boolean names = Boolean.TRUE.equals(form.yes("names"));
        CalendarFeeds.Made made = feeds.make(writer.caller(), person(owner), form.finish(() -> names));
        String address = "/registry/v1/calendar-feeds/" + made.feed().id() + "/" + made.secret() + ".ics";
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(FeedShown.of(made.feed(), address))
                .build();
    }

    /** Who may call: an authority; its own, or its administration's. */
    @DELETE
    @Path("/" + OWNERS)
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(summary = "Takes a secret calendar address back: it shows nothing from then on")
    public Response revoke(@PathParam("owner") String owner) {
        if (!feeds.revoke(writer.caller().administration(), person(owner))) {
            throw Answers.notFound();
        }
        return Response.noContent().build();
    }

    /** Who may call: an authority of the person's administration, such as when the person has left it. */
    @DELETE
    @Path("/person/{name}")
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(summary = "Takes back the secret calendar address of another person of the caller's administration")
    public Response revokeOf(@PathParam("name") String name) {
        if (name.isBlank() || !feeds.revoke(writer.caller().administration(), name)) {
            throw Answers.notFound();
        }
        return Response.noContent().build();
    }

    /** Who may call: whoever has the address. */
    @GET
    @Path("/{id}/{secret}.ics")
    @Produces("text/calendar")
    @PermitAll
    @RunOnVirtualThread
    @Operation(summary = "The clocks on which the owner of the address must act, as an iCalendar feed")
    public Response calendar(@PathParam("id") String id, @PathParam("secret") String secret) {
        CalendarFeed feed = Texts.inPath(id, UUID::fromString)
                .flatMap(named -> feeds.read(named, secret))
                .orElseThrow(Answers::notFound);
        Caller reader = present(feed.reader()).orElseThrow(Answers::notFound);
        return Response.ok(calendar.of(reader, feed.names() ? reader.sight() : new Sight.NonNominal()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .build();
    }

    /** The reader with what its administration is still competent for; empty if it acts for another country by now. */
    private Optional<Caller> present(Caller reader) {
        Optional<AdministrationFact> administration = records.find(
                        RecordKind.ADMINISTRATION, reader.administration().value())
                .map(Revised::fact);
        if (administration.isEmpty()) {
            return Optional.of(reader);
        }
        AdministrationFact fact = administration.get();
        if (reader.country() != null
                && fact.country() != null
                && !reader.country().equals(fact.country())) {
            return Optional.empty();
        }
        Set<Competence> competences = reader.competences().stream()
                .filter(fact.competences()::contains)
                .collect(Collectors.toSet());
        return Optional.of(
                new Caller(reader.administration(), reader.country(), reader.region(), reader.roles(), competences));
    }

    private @Nullable String person(String owner) {
        if (owner.equals("administration")) {
            return null;
        }
        String person = writer.author().person();
        if (person == null || person.isBlank()) {
            throw new ForbiddenException("the token names no person");
        }
        return person;
    }
}
