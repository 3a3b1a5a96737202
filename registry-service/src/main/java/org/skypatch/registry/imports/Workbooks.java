package org.skypatch.registry.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.skypatch.registry.sheet.Column;
import org.skypatch.registry.sheet.Imports;
import org.skypatch.registry.sheet.Shape;
import org.skypatch.registry.sheet.SheetFiles;
import org.skypatch.registry.sheet.SheetHeader;
import org.skypatch.registry.sheet.SheetKind;
import org.skypatch.registry.sheet.SheetRow;
import org.skypatch.registry.sheet.UnreadableSheet;

/** A workbook with up to three sheets, known by their names or else by their headers. */
final class Workbooks implements SheetFiles.Opened {

    /** A spreadsheet keeps and shows so many; what follows comes of binary fractions. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal LAST_DAY = new BigDecimal(2_958_465);

    private final Path file;
    private final @Nullable SheetKind kind;
    private final ReadableWorkbook workbook;
    private final int rows;

    private Workbooks(Path file, @Nullable SheetKind kind, ReadableWorkbook workbook, int rows) {
        this.file = file;
        this.kind = kind;
        this.workbook = workbook;
        this.rows = rows;
    }

    static Workbooks open(Path file, @Nullable SheetKind kind, SheetLimits limits) throws IOException, UnreadableSheet {
        int rows = WorkbookScan.of(file, limits);
        try {
            return new Workbooks(file, kind, new ReadableWorkbook(file.toFile()), rows);
        } catch (RuntimeException e) {
            throw new UnreadableSheet("the workbook cannot be read", e);
        }
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public void read(SheetFiles.RowSink sink) throws IOException, UnreadableSheet, Imports.ClaimLost {
        Set<SheetKind> seen = EnumSet.noneOf(SheetKind.class);
        for (Sheet sheet : workbook.getSheets().toList()) {
            try (Stream<Row> rowsOfSheet = sheet.openStream()) {
                read(sheet.getName(), new Rows(rowsOfSheet.iterator()), seen, sink);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        if (seen.isEmpty()) {
            throw new UnreadableSheet("the workbook is empty");
        }
    }

    /** The rows of a sheet, where the reader of the library may fail in its own ways. */
    private record Rows(Iterator<Row> iterator) {
        Optional<Row> next() throws UnreadableSheet {
            try {
                return iterator.hasNext() ? Optional.of(iterator.next()) : Optional.empty();
            } catch (RuntimeException e) {
                throw new UnreadableSheet("the workbook cannot be read", e);
            }
        }
    }

    private void read(String name, Rows rowsOfSheet, Set<SheetKind> seen, SheetFiles.RowSink sink)
            throws UnreadableSheet, Imports.ClaimLost {
        SheetHeader header = null;
        for (Optional<Row> next = rowsOfSheet.next(); next.isPresent(); next = rowsOfSheet.next()) {
            Row row = next.get();
            if (header == null) {
                List<String> texts = cells(row, null);
                if (texts.stream().allMatch(String::isBlank)) {
                    continue;
                }
                header = SheetHeader.of(SheetKind.parse(name).orElse(kind), texts);
                if (!seen.add(header.kind())) {
                    throw new UnreadableSheet("two sheets of the workbook hold " + header.kind());
                }
                continue;
            }
            Optional<SheetRow> read = header.row(row.getRowNum(), cells(row, header));
            if (read.isPresent()) {
                sink.take(read.get());
            }
        }
    }

    private List<String> cells(Row row, @Nullable SheetHeader header) throws UnreadableSheet {
        List<String> texts = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            Optional<Column> column = header == null ? Optional.empty() : header.at(i);
            if (cell != null && cell.getType() == CellType.ERROR) {
                throw new UnreadableSheet("line " + row.getRowNum() + " holds the error " + cell.getRawValue()
                        + column.map(at -> " in the column " + at.header()).orElse(""));
            }
            texts.add(cell == null ? "" : text(cell, column));
        }
        return texts;
    }

    private String text(Cell cell, Optional<Column> column) {
        return switch (cell.getValue()) {
            case null -> "";
            case BigDecimal number ->
                column.filter(meant -> meant.shape() == Shape.DAY).isPresent() ? day(number) : plain(number);
            case Object value -> value.toString();
        };
    }

    /** The day of a number of days; a number that is none stays as it is, for the form to refuse. */
    private String day(BigDecimal days) {
        if (days.stripTrailingZeros().scale() > 0 || days.signum() <= 0 || days.compareTo(LAST_DAY) > 0) {
            return plain(days);
        }
        return (workbook.isDate1904() ? DAY_ZERO_OF_1904 : DAY_ZERO)
                .plusDays(days.longValueExact())
                .toString();
    }

    private static String plain(BigDecimal number) {
        return Math.abs((long) number.scale()) > 400 || Math.abs((long) number.precision()) > 400
                ? number.toString()
                : number.round(DIGITS).stripTrailingZeros().toPlainString();
    }

    @Override
    public void close() throws IOException {
        try {
            workbook.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
