package org.skypatch.registry.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.skypatch.registry.sheet.Column;
import org.skypatch.registry.sheet.FormulaGuard;
import org.skypatch.registry.sheet.SheetFiles;
import org.skypatch.registry.sheet.SheetKind;

/** Writes a sheet as CSV (RFC 4180) in UTF-8, with its mark, by which spreadsheets know it. */
final class CsvSink implements SheetFiles.Sink {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final CsvWriter csv;

    CsvSink(OutputStream out, SheetKind kind) throws IOException {
        out.write(BYTE_ORDER_MARK);
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
        csv.writeRecord(kind.columns().stream().map(Column::header).toList());
    }

    @Override
    public void row(List<String> cells) {
        csv.writeRecord(cells.stream().map(FormulaGuard::close).toList());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
