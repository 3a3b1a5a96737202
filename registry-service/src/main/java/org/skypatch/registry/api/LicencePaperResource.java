package org.skypatch.registry.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.edge.page.Page;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.registry.balance.Balances;
import org.skypatch.registry.catalogue.Catalogue;
import org.skypatch.registry.licence.LicenceBalance;
import org.skypatch.registry.licence.LicenceSheet;
import org.skypatch.registry.paper.Papers;
import org.skypatch.registry.problem.RegistryProblem;
import org.skypatch.registry.record.RecordKey;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;
import org.skypatch.registry.record.Revised;
import org.skypatch.registry.seal.Seals;

/** A licence on paper: its signed code, its printable sheet, and its history. */
@Path("/v1/licences")
public class LicencePaperResource {

    private static final String JOSE = "application/jose";
    private static final String PNG = "image/png";
    private static final String PDF = "application/pdf";

    private final ReadableLicences licences;
    private final Records records;
    private final Balances balances;
    private final Catalogue catalogue;
    private final Seals seals;
    private final Papers papers;
    private final History history;
    private final BusinessClock clock;

    LicencePaperResource(
            ReadableLicences licences,
            Records records,
            Balances balances,
            Catalogue catalogue,
            Seals seals,
            Papers papers,
            History history,
            BusinessClock clock) {
        this.licences = licences;
        this.records = records;
        this.balances = balances;
        this.catalogue = catalogue;
        this.seals = seals;
        this.papers = papers;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Who may call: officers and authorities of the issuing, the exporting and the importing country, and of those with whom
     * the issuer shares its licences.
     */
    @GET
    @Path("/{issuer}/{number}/history")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "Who made what of the licence, when and why; oldest first")
    public Page<History.Entry> history(
            @PathParam("issuer") String issuer,
            @PathParam("number") String number,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        String name = LicencePaths.number(issuer, number)
                .orElseThrow(Answers::notFound)
                .toString();
        return history.of(RecordKind.LICENCE, name, licences::mayRead, limit, cursor);
    }

    /**
     * Who may call: officers and authorities of the issuing, the exporting and the importing country, and of those with whom
     * the issuer shares its licences.
     */
    @GET
    @Path("/{issuer}/{number}/qr")
    @Produces({PNG, JOSE})
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(
            summary = "The licence as a signed code to scan (PNG), or as the text of the code (application/jose)",
            description =
                    "A compact JWS, EdDSA with the issuing administration's key; GET /registry/v1/keys checks it offline")
    public Response qr(
            @PathParam("issuer") String issuer, @PathParam("number") String number, @Context HttpHeaders headers) {
        String code = code(readable(issuer, number), now());
        MediaType wanted = headers.getAcceptableMediaTypes().stream()
                .filter(type -> !type.isWildcardType() && !type.isWildcardSubtype())
                .findFirst()
                .orElse(MediaType.valueOf(PNG));
        return wanted.isCompatible(MediaType.valueOf(JOSE))
                ? Response.ok(code, JOSE).build()
                : Response.ok(papers.qrCode(code), PNG).build();
    }

    /**
     * Who may call: officers and authorities of the issuing, the exporting and the importing country, and of those with whom
     * the issuer shares its licences.
     */
    @GET
    @Path("/{issuer}/{number}/sheet.pdf")
    @Produces(PDF)
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "The licence as a sheet to print, with its signed code")
    public Response sheet(@PathParam("issuer") String issuer, @PathParam("number") String number) {
        Revised<LicenceFact> licence = readable(issuer, number);
        Instant now = now();
        byte[] pdf = papers.pdf(LicenceSheet.of(
                licence.fact(),
                licence.revision(),
                catalogue
                        .find(licence.fact().commodity())
                        .map(commodity -> commodity.fact().name())
                        .orElse(null),
                balances.of(key(licence.fact())).map(LicenceBalance::of),
                code(licence, now),
                now));
        return Response.ok(pdf, PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"licence.pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Revised<LicenceFact> readable(String issuer, String number) {
        return licences.find(issuer, number).orElseThrow(Answers::notFound);
    }

    private String code(Revised<LicenceFact> licence, Instant now) {
        if (!seals.canSeal()) {
            throw new ProblemException(
                    RegistryProblem.NOTHING_SEALED, "this installation has no key under which seals may be kept");
        }
        AdministrationId issuer = issuer(licence.fact());
        return seals.seal(issuer, LicenceSheet.claims(licence.fact(), licence.revision(), issuer.value(), now));
    }

    /** The administration that brought the licence in: its first version's author. */
    private AdministrationId issuer(LicenceFact licence) {
        return records.history(RecordKind.LICENCE, key(licence).name())
                .getFirst()
                .author()
                .administration();
    }

    private static RecordKey key(LicenceFact licence) {
        return new RecordKey(RecordKind.LICENCE, licence.issuer() + "/" + licence.number());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
