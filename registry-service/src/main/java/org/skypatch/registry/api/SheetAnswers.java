package org.skypatch.registry.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.RecordTables;
import org.skypatch.registry.record.Records;
import org.skypatch.registry.sheet.SheetCells;
import org.skypatch.registry.sheet.SheetFiles;
import org.skypatch.registry.sheet.SheetFormat;
import org.skypatch.registry.sheet.SheetKind;

/** A Party's records as the sheet that an import reads, written page by page while they are read. */
@ApplicationScoped
class SheetAnswers {

    private static final int AT_ONCE = 500;

    private static final String COUNTRY = "country";

    private final RecordTables tables;
    private final SheetFiles files;
    private final Sharing sharing;
    private final Writer writer;

    SheetAnswers(RecordTables tables, SheetFiles files, Sharing sharing, Writer writer) {
        this.tables = tables;
        this.files = files;
        this.sharing = sharing;
        this.writer = writer;
    }

    /**
     * All records of the caller's Party, or of one that shares them with it, named by {@code country}. Of another the sheet
     * is as empty as of one that has none.
     *
     * @throws ProblemException 400 if the caller asks for some of them only: a sheet is whole
     */
    Response all(SheetKind kind, SheetFormat format, UriInfo asked) {
        List<FieldProblem> filters = asked.getQueryParameters().keySet().stream()
                .filter(name -> !name.equals(COUNTRY))
                .map(name -> new FieldProblem("/" + name, "must be left out: a sheet holds all records of its Party"))
                .toList();
        if (!filters.isEmpty()) {
            throw new ProblemException(EdgeProblem.MALFORMED, "the query cannot be read", filters);
        }
        CountryCode of = Texts.inQuery(COUNTRY, asked.getQueryParameters().getFirst(COUNTRY), CountryCode::of);
        Optional<CountryCode> reader = writer.caller().actsFor();
        Optional<CountryCode> named = of == null ? reader : Optional.of(of);
        Optional<CountryCode> party = named.filter(owner -> sharing.lets(reader, owner, kind.toString()));
        StreamingOutput sheet = out -> write(out, kind, format, party);
        return Response.ok(sheet, format.mediaType() + (format == SheetFormat.CSV ? ";charset=UTF-8" : ""))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + kind
                                + named.map(owner -> "-" + owner).orElse("") + "." + format.label() + "\"")
                .build();
    }

    private void write(OutputStream out, SheetKind kind, SheetFormat format, Optional<CountryCode> party)
            throws IOException {
        try (SheetFiles.Sink sheet = files.write(out, format, kind)) {
            if (party.isPresent()) {
                write(sheet, kind.records(), party.get());
            }
        }
    }

    private <F extends RegistryFact> void write(SheetFiles.Sink sheet, RecordKind<F> kind, CountryCode party)
            throws IOException {
        String after = "";
        List<Records.Named<F>> page = tables.of(kind).of(party, after, AT_ONCE);
        while (!page.isEmpty()) {
            for (Records.Named<F> record : page) {
                sheet.row(SheetCells.of(record.record().fact()));
            }
            after = page.getLast().name();
            page = tables.of(kind).of(party, after, AT_ONCE);
        }
    }
}
