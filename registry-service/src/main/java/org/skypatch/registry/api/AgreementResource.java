package org.skypatch.registry.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
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
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.access.Role;
import org.skypatch.contracts.registry.AgreementFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.WasteCode;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;

/** Agreements and arrangements on movements of waste (Basel Convention, Article 11); public among members. */
@Path("/v1/agreements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AgreementResource {

    private static final int MOST_STATES = 300;
    private static final int MOST_CODES = 1_000;

    private final LawRecords law;
    private final Writer writer;
    private final Records records;
    private final History history;

    AgreementResource(LawRecords law, Writer writer, Records records, History history) {
        this.law = law;
        this.writer = writer;
        this.records = records;
        this.history = history;
    }

    /** Who may call: every member. */
    @GET
    @Path("/{id}")
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "An agreement: its States, wastes, operations, and whether silence is consent")
    public Response read(@PathParam("id") String id, @Context HttpHeaders headers) {
        return law.read(RecordKind.AGREEMENT, Texts.inPath(id, LawRecords::id), headers);
    }

    /** Who may call: every member; accounts are shown to their own Party only. */
    @GET
    @Path("/{id}/history")
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "Who changed what of it, when: oldest first")
    public Page<History.Entry> history(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return history.of(
                RecordKind.AGREEMENT, Texts.inPath(id, LawRecords::id).orElseThrow(Answers::notFound), limit, cursor);
    }

    /** Who may call: an admin, or an authority competent for the Basel Convention of a State that the agreement binds. */
    @PUT
    @Path("/{id}")
    @RolesAllowed({"admin", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "Records an agreement; 201 for a new one")
    public Response put(
            @PathParam("id") String id,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = AgreementFact.class))) @Nullable
                    JsonNode body) {
        Caller caller = writer.caller();
        AgreementFact agreement = agreement(id, Form.of(body));
        boolean isBound = Stream.concat(
                        records.find(RecordKind.AGREEMENT, agreement.id()).stream()
                                .map(record -> record.fact()),
                        Stream.of(agreement))
                .allMatch(fact ->
                        caller.actsFor().filter(fact.concerns()::contains).isPresent());
        if (!caller.has(Role.ADMIN) && !isBound) {
            throw new ForbiddenException("only an admin or a State that the agreement binds may record it");
        }
        return law.write(RecordKind.AGREEMENT, agreement.id(), headers, agreement, fact -> Set.of(Competence.BASEL));
    }

    /** Who may call: every member. */
    @GET
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "The agreements by id")
    public Page<AgreementFact> list(
            @QueryParam("exportState") @Nullable String exportState,
            @QueryParam("importState") @Nullable String importState,
            @QueryParam("on") @Nullable String on,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        CountryCode from = Texts.inQuery("exportState", exportState, CountryCode::of);
        CountryCode to = Texts.inQuery("importState", importState, CountryCode::of);
        return law.list(
                RecordKind.AGREEMENT,
                LawRecords.Asked.of("", on, limit, cursor)
                        .saying("exportStates", from == null ? null : List.of(from))
                        .saying("importStates", to == null ? null : List.of(to)));
    }

    private static AgreementFact agreement(String inPath, Form form) {
        String id = form.inPath("id", inPath, LawRecords::id);
        form.mustEqual("id", id == null ? inPath : id);
        String title = form.requiredWords("title");
        List<CountryCode> exportStates = form.list("exportStates", MOST_STATES, CountryCode::of);
        List<CountryCode> importStates = form.list("importStates", MOST_STATES, CountryCode::of);
        List<WasteCode> wasteCodes = form.list("wasteCodes", MOST_CODES, WasteCode::of);
        List<String> operations = form.list("operations", MOST_CODES, AgreementResource::operation);
        Integer tacitConsentDays = form.whole("tacitConsentDays", 1, 366);
        Integer mostMonths = form.whole("mostMonths", 1, 36);
        LocalDate from = form.required("from", Form::day);
        LocalDate until = form.optional("until", Form::day);
        String legalBasis = form.requiredWords("legalBasis");
        if (exportStates.isEmpty()) {
            form.impossible("exportStates", "must name a State");
        }
        if (importStates.isEmpty()) {
            form.impossible("importStates", "must name a State");
        }
        form.inOrder(from, "until", until);
        return form.finish(() -> new AgreementFact(
                id,
                title,
                exportStates,
                importStates,
                wasteCodes,
                operations,
                tacitConsentDays,
                mostMonths,
                from,
                until,
                legalBasis));
    }

    private static String operation(String text) {
        if (!text.matches("D([1-9]|1[0-5])|R([1-9]|1[0-3])")) {
            throw new IllegalArgumentException("must be an operation such as D10 or R4");
        }
        return text;
    }
}
