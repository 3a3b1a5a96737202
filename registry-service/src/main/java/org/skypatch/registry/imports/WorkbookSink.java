package org.skypatch.registry.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.skypatch.registry.sheet.Column;
import org.skypatch.registry.sheet.FormulaGuard;
import org.skypatch.registry.sheet.Shape;
import org.skypatch.registry.sheet.SheetFiles;
import org.skypatch.registry.sheet.SheetKind;

/**
 * Writes a sheet as a workbook, row by row. Numbers are numbers where a spreadsheet keeps all their digits, else texts; days
 * are texts.
 */
final class WorkbookSink implements SheetFiles.Sink {

    private static final int ROWS_IN_MEMORY = 500;
    private static final int DIGITS_OF_A_SPREADSHEET = 15;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final List<Column> columns;
    private int next = 1;

    WorkbookSink(OutputStream out, SheetKind kind) {
        workbook = new Workbook(out, "Skypatch", "1.0");
        sheet = workbook.newWorksheet(kind.label());
        columns = kind.columns();
        for (int i = 0; i < columns.size(); i++) {
            sheet.inlineString(0, i, columns.get(i).header());
        }
    }

    @Override
    public void row(List<String> cells) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            String text = cells.get(i);
            if (!text.isEmpty()) {
                write(i, columns.get(i), text);
            }
        }
        next++;
        if (next % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    private void write(int column, Column meaning, String text) {
        if (meaning.shape() == Shape.NUMBER || meaning.shape() == Shape.WHOLE) {
            BigDecimal number = new BigDecimal(text);
            if (number.precision() <= DIGITS_OF_A_SPREADSHEET) {
                sheet.value(next, column, number);
                return;
            }
        }
        sheet.inlineString(next, column, FormulaGuard.close(text));
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
