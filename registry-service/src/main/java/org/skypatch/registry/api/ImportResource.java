package org.skypatch.registry.api;

import io.quarkus.security.ForbiddenException;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.page.Cursor;
import org.skypatch.edge.page.Limit;
import org.skypatch.edge.page.Page;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.registry.problem.RegistryProblem;
import org.skypatch.registry.sheet.CheckedRow;
import org.skypatch.registry.sheet.ImportJob;
import org.skypatch.registry.sheet.ImportState;
import org.skypatch.registry.sheet.Imports;
import org.skypatch.registry.sheet.RowOutcome;
import org.skypatch.registry.sheet.SheetFormat;
import org.skypatch.registry.sheet.SheetKind;

/**
 * Country sheets: traders, licences and quotas of the caller's Party as CSV or XLSX. A file is first checked row by row, then
 * applied as a whole or not at all. An import belongs to its Party.
 */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MOST_NAMED = 100;
    private static final int LONGEST_FILE_NAME = 200;

    private final Imports imports;
    private final Writer writer;

    ImportResource(Imports imports, Writer writer) {
        this.imports = imports;
        this.writer = writer;
    }

    /** Who may call: authorities. */
    @POST
    @Consumes({"text/csv", XLSX})
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(summary = "Sends in a sheet as the body; it is checked, and nothing is written before it is applied")
    public Response send(
            @HeaderParam("Content-Type") String contentType,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("fileName") @Nullable String fileName,
            InputStream body)
            throws IOException {
        return receive(SheetFormat.ofMediaType(contentType).orElseThrow(), kind, fileName, body);
    }

    /** Who may call: authorities. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(
            summary =
                    "Sends in a sheet as the part file of a form; its content type or its name's ending tells the format")
    public Response sendForm(@RestForm("file") @Nullable FileUpload file, @QueryParam("kind") @Nullable String kind)
            throws IOException {
        if (file == null) {
            throw malformed("/file", "must be a part of the form");
        }
        SheetFormat format = SheetFormat.ofMediaType(file.contentType() == null ? "" : file.contentType())
                .or(() -> SheetFormat.parse(
                        file.fileName().substring(file.fileName().lastIndexOf('.') + 1)))
                .orElseThrow(() -> malformed("/file", "must be text/csv or " + XLSX));
        try (InputStream content = Files.newInputStream(file.uploadedFile())) {
            return receive(format, kind, file.fileName(), content);
        }
    }

    /** Who may call: authorities; they find the imports of their own Party. */
    @GET
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(summary = "The imports of the caller's Party, the newest first")
    public Page<ImportShown> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        int most = Limit.of(limit);
        UUID before = cursor == null
                ? null
                : Texts.inPath(Cursor.read(cursor, 1).getFirst(), UUID::fromString)
                        .orElseThrow(Cursor::refused);
        Page<ImportJob> page = Pages.of(imports.list(party(), before, most + 1), most, job -> Cursor.write(job.id()));
        return new Page<>(page.items().stream().map(ImportShown::of).toList(), page.next());
    }

    /** Who may call: authorities of the Party that it belongs to. */
    @GET
    @Path("/{id}")
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(summary = "How far an import is, and what becomes of each row; wrong rows come first")
    public ImportShown read(
            @PathParam("id") String id,
            @QueryParam("outcome") @Nullable String outcome,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int most = Limit.of(limit);
        RowOutcome only = Texts.inQuery("outcome", outcome, RowOutcome::of);
        Imports.Place after = cursor == null ? null : place(Cursor.read(cursor, 3));
        ImportJob job = find(id);
        List<CheckedRow> rows = imports.rows(job.id(), new Imports.RowQuestion(only, after, most + 1));
        Page<CheckedRow> page = Pages.of(rows, most, row -> {
            Imports.Place place = Imports.Place.of(row);
            return Cursor.write(place.isWrong(), place.kind(), place.line());
        });
        return ImportShown.of(
                job, new Page<>(page.items().stream().map(ImportShown.Row::of).toList(), page.next()));
    }

    /** Who may call: the authority that sent it in. */
    @POST
    @Path("/{id}/apply")
    @RolesAllowed("authority")
    @RunOnVirtualThread
    @Operation(
            summary = "Applies a checked import in one transaction; refused if a row is wrong, or naming the rows whose"
                    + " records have changed since they were checked")
    public Response apply(@PathParam("id") String id) {
        ImportJob job = find(id);
        Caller caller = writer.caller();
        if (!caller.administration().equals(job.sender().administration())) {
            throw new ForbiddenException("only " + job.sender().administration() + ", which sent it in, may apply it");
        }
        if (job.state() != ImportState.CHECKED) {
            throw notFromThisState(job);
        }
        if (job.counts().error() > 0) {
            throw new ProblemException(
                    EdgeProblem.CONFLICT,
                    job.counts().error() + " rows are wrong: mend the sheet and send it in again");
        }
        List<CheckedRow> overtaken = imports.overtaken(job, MOST_NAMED);
        if (!overtaken.isEmpty()) {
            throw new ProblemException(
                    EdgeProblem.CONFLICT,
                    "records have changed since the sheet was checked: send it in again",
                    overtaken.stream()
                            .map(row -> new FieldProblem(
                                    "/rows/" + row.kind() + "/" + row.line(), row.name() + " has changed"))
                            .toList());
        }
        if (!imports.apply(job.id())) {
            throw notFromThisState(find(id));
        }
        return accepted(find(id));
    }

    private Response receive(SheetFormat format, @Nullable String kind, @Nullable String fileName, InputStream content)
            throws IOException {
        SheetKind only = Texts.inQuery("kind", kind, SheetKind::of);
        String name = Texts.inQuery("fileName", fileName, text -> Texts.plain(text, LONGEST_FILE_NAME));
        return accepted(imports.receive(
                new Imports.Sent(party(), writer.caller(), writer.author().person(), name, format, only, content)));
    }

    private static Response accepted(ImportJob job) {
        return Response.accepted(ImportShown.of(job))
                .location(URI.create("/registry/v1/imports/" + job.id()))
                .build();
    }

    private ImportJob find(String id) {
        return writer.caller()
                .actsFor()
                .flatMap(party -> Texts.inPath(id, UUID::fromString).flatMap(uuid -> imports.find(party, uuid)))
                .orElseThrow(Answers::notFound);
    }

    private CountryCode party() {
        return writer.caller()
                .actsFor()
                .orElseThrow(() -> new ForbiddenException("only an authority of a Party has sheets"));
    }

    private static ProblemException notFromThisState(ImportJob job) {
        List<String> allowed = job.state().allowed();
        return new ProblemException(
                RegistryProblem.ILLEGAL_TRANSITION,
                "the import is " + job.state().label() + "; "
                        + (allowed.isEmpty() ? "no move is allowed" : "allowed: " + String.join(", ", allowed)));
    }

    private static Imports.Place place(List<String> parts) {
        Optional<SheetKind> kind = SheetKind.parse(parts.get(1));
        Optional<Integer> line = Texts.inPath(parts.get(2), Integer::valueOf);
        if (kind.isEmpty() || line.isEmpty()) {
            throw Cursor.refused();
        }
        return new Imports.Place(Boolean.parseBoolean(parts.getFirst()), kind.get(), line.get());
    }

    private static ProblemException malformed(String pointer, String detail) {
        return new ProblemException(
                EdgeProblem.MALFORMED, "the sheet cannot be read", List.of(new FieldProblem(pointer, detail)));
    }
}
