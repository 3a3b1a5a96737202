package org.skypatch.registry.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.registry.ConsultationFact;
import org.skypatch.contracts.registry.ConsultationState;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.page.Limit;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.consultation.ConsultationDecisions;
import org.skypatch.registry.consultation.Remaining;
import org.skypatch.registry.process.Consulting;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;
import org.skypatch.registry.record.Revised;

/**
 * Informal consultations (iPIC): before licensing a trade, the ozone unit of one Party asks that of the other whether this
 * importer may have this commodity in this amount. Seen by the two Parties alone; each sees what is left on its own side.
 */
@Path("/v1/consultations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("authority")
public class ConsultationResource {

    private final Records records;
    private final Consulting consulting;
    private final ConsultationDecisions decisions;
    private final ConsultationForm form;
    private final ConsultationLists lists;
    private final OwnSide own;
    private final History history;
    private final Writer writer;

    ConsultationResource(
            Records records,
            Consulting consulting,
            ConsultationForm form,
            ConsultationLists lists,
            OwnSide own,
            KnownCommodities commodities,
            History history,
            Writer writer) {
        this.records = records;
        this.consulting = consulting;
        this.decisions = new ConsultationDecisions(commodities::competences);
        this.form = form;
        this.lists = lists;
        this.own = own;
        this.history = history;
        this.writer = writer;
    }

    /**
     * A consultation as one of the two Parties sees it.
     *
     * @param allowedMoves what the caller may make of it now
     * @param remaining what is left on the caller's own side; the other Party does not see it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Seen(@JsonUnwrapped ConsultationFact consultation, List<String> allowedMoves, Remaining remaining) {}

    /** Conditions, and what is confirmed if it is less than asked for or for a shorter time. */
    public record Confirmed(List<String> conditions, String massKg, String validUntil) {}

    /** A question or its reply. */
    public record Words(@Schema(required = true) String words) {}

    /** Why. */
    public record Why(String reason) {}

    /** Who may call: an authority of the exporting or the importing Party that is competent for the commodity. */
    @POST
    @RunOnVirtualThread
    @Operation(summary = "Asks the other Party; with an Idempotency-Key a repetition finds the first one")
    public Response request(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @RequestBody(content = @Content(schema = @Schema(implementation = ConsultationFact.class))) @Nullable
                    JsonNode body) {
        ConsultationFact draft = form.draft(Form.of(body), writer.caller());
        return Answers.written(consulting.request(asking(key, "request", body), draft));
    }

    /** Who may call: authorities of the two Parties. */
    @GET
    @Path("/{id}")
    @RunOnVirtualThread
    @Operation(summary = "A consultation, with what is left of quota and licences on the caller's own side")
    public Response read(@PathParam("id") String id) {
        Revised<ConsultationFact> record = visible(id);
        Caller caller = writer.caller();
        CountryCode party = caller.actsFor().orElseThrow(Answers::notFound);
        return Response.ok(new Seen(
                        record.fact(), decisions.allowed(record.fact(), caller), own.remaining(record.fact(), party)))
                .tag(new EntityTag(Long.toString(record.revision())))
                .build();
    }

    /** Who may call: authorities of the two Parties. */
    @GET
    @Path("/{id}/history")
    @RunOnVirtualThread
    @Operation(summary = "Who made which move, when: oldest first")
    public Page<History.Entry> history(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return history.of(RecordKind.CONSULTATION, name(id).orElseThrow(Answers::notFound), limit, cursor);
    }

    /** Who may call: authorities; they find the consultations of their own Party. */
    @GET
    @RunOnVirtualThread
    @Operation(summary = "The consultations that the caller's Party asked (mine) or is asked (theirs), in time order")
    public Page<ConsultationFact> list(
            @QueryParam("side") @Nullable String side,
            @QueryParam("state") @Nullable String state,
            @QueryParam("counterpart") @Nullable String counterpart,
            @QueryParam("commodity") @Nullable String commodity,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return lists.page(
                writer.caller().actsFor(),
                new ConsultationLists.Filter(
                        Texts.inQuery("side", side, Form.oneOf("mine", "theirs")),
                        Texts.inQuery("state", state, ConsultationState::of),
                        Texts.inQuery("counterpart", counterpart, CountryCode::of),
                        Texts.inQuery("commodity", commodity, CommodityId::of)),
                Pages.after(cursor),
                Limit.of(limit));
    }

    /** Who may call: a competent authority of the Party that is asked. */
    @POST
    @Path("/{id}/confirm")
    @RunOnVirtualThread
    @Operation(summary = "Confirms, whole or under conditions; reserves what it confirms")
    public Response confirm(
            @PathParam("id") String id,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = Confirmed.class))) @Nullable
                    JsonNode body) {
        visible(id);
        ConsultationDecisions.Confirmation confirmation = form.confirmation(Form.of(body));
        Instant now = form.now();
        return move(id, headers, null, present -> decisions.confirm(present, writer.caller(), confirmation, now));
    }

    /** Who may call: a competent authority of the Party that is asked. */
    @POST
    @Path("/{id}/not-supported")
    @RunOnVirtualThread
    @Operation(summary = "Advises against it, with a reason")
    public Response notSupported(
            @PathParam("id") String id,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = Why.class))) @Nullable JsonNode body) {
        visible(id);
        String reason = form.words(Form.of(body), "reason");
        Instant now = form.now();
        return move(id, headers, reason, present -> decisions.notSupport(present, writer.caller(), reason, now));
    }

    /** Who may call: a competent authority of the Party that is asked. */
    @POST
    @Path("/{id}/ask")
    @RunOnVirtualThread
    @Operation(summary = "Asks for more; the answering clock stops until the reply")
    public Response ask(
            @PathParam("id") String id,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = Words.class))) @Nullable JsonNode body) {
        visible(id);
        String words = form.words(Form.of(body), "words");
        Instant now = form.now();
        return move(id, headers, null, present -> decisions.ask(present, writer.caller(), words, now));
    }

    /** Who may call: a competent authority of the Party that asks. */
    @POST
    @Path("/{id}/reply")
    @RunOnVirtualThread
    @Operation(summary = "Replies to what was asked; the answering clock starts anew")
    public Response reply(
            @PathParam("id") String id,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = Words.class))) @Nullable JsonNode body) {
        visible(id);
        String words = form.words(Form.of(body), "words");
        Instant now = form.now();
        return move(id, headers, null, present -> decisions.reply(present, writer.caller(), words, now));
    }

    /** Who may call: a competent authority of the Party that asks. */
    @POST
    @Path("/{id}/withdraw")
    @RunOnVirtualThread
    @Operation(summary = "Withdraws what is not answered yet")
    public Response withdraw(
            @PathParam("id") String id,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = Why.class))) @Nullable JsonNode body) {
        visible(id);
        String reason = form.optionalReason(Form.of(body));
        return move(id, headers, reason, present -> decisions.withdraw(present, writer.caller(), reason));
    }

    /** Who may call: a competent authority of the Party that asks. */
    @POST
    @Path("/{id}/supersede")
    @RunOnVirtualThread
    @Operation(summary = "Puts a new consultation of the same two Parties in its place, and answers the new one")
    public Response supersede(
            @PathParam("id") String id,
            @Context HttpHeaders headers,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @RequestBody(content = @Content(schema = @Schema(implementation = ConsultationFact.class))) @Nullable
                    JsonNode body) {
        ConsultationFact old = visible(id).fact();
        ConsultationFact draft = form.draft(Form.of(body), writer.caller());
        if (!draft.concerns().equals(old.concerns())) {
            throw Answers.impossible("/importerCountry", "must be between the same two Parties");
        }
        return Answers.written(consulting.supersede(
                asking(key, "supersede " + old.id(), body), old.id().toString(), Answers.precondition(headers), draft));
    }

    /** Who may call: a competent authority of the importing Party for an import licence, of the exporting for an export licence. */
    @POST
    @Path("/{id}/licence")
    @RunOnVirtualThread
    @Operation(summary = "Issues the licence that it was about, once; what is not said is as confirmed")
    public Response licence(
            @PathParam("id") String id,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = LicenceTermsSaid.class))) @Nullable
                    JsonNode body) {
        ConsultationFact consultation = visible(id).fact();
        CountryCode issuer = writer.caller().actsFor().orElseThrow(Answers::notFound);
        return Answers.written(consulting.issue(
                asking(null, "", body),
                consultation.id().toString(),
                Answers.precondition(headers),
                form.terms(Form.of(body), issuer)));
    }

    /** The terms of the licence; all but its number may be left out. */
    public record LicenceTermsSaid(
            @Schema(required = true) String number,
            String massKg,
            String validFrom,
            String validUntil,
            String use,
            String holder,
            String agent,
            List<String> ports) {}

    private Response move(
            String id,
            HttpHeaders headers,
            @Nullable String reason,
            Function<Optional<ConsultationFact>, Decision<ConsultationFact>> decide) {
        return Answers.written(records.write(
                RecordKind.CONSULTATION,
                name(id).orElseThrow(Answers::notFound),
                writer.author(),
                Answers.precondition(headers),
                reason,
                decide));
    }

    /** The consultation, if the caller's Party is one of the two; its readers never change. */
    private Revised<ConsultationFact> visible(String id) {
        return name(id).flatMap(name -> records.find(
                        RecordKind.CONSULTATION, name, writer.caller().actsFor()))
                .orElseThrow(Answers::notFound);
    }

    private Consulting.Asking asking(@Nullable String key, String what, @Nullable JsonNode body) {
        return new Consulting.Asking(
                writer.caller(), writer.author(), RequestKeys.request(key, what, body, writer.caller()));
    }

    private static Optional<String> name(String id) {
        return Texts.inPath(id, UUID::fromString).map(UUID::toString);
    }
}
