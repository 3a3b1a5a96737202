package org.skypatch.registry.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skypatch.registry.sheet.Imports;
import org.skypatch.registry.sheet.SheetFiles;
import org.skypatch.registry.sheet.SheetHeader;
import org.skypatch.registry.sheet.SheetKind;
import org.skypatch.registry.sheet.SheetRow;
import org.skypatch.registry.sheet.UnreadableSheet;

/** A sheet as CSV: UTF-8 with or without its mark, commas, semicolons or tabs between the fields. */
final class CsvSheet implements SheetFiles.Opened {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final String SEPARATOR_LINE = "sep=";

    private final Path file;
    private final @Nullable SheetKind kind;
    private final SheetLimits limits;
    private final int rows;

    private CsvSheet(Path file, @Nullable SheetKind kind, SheetLimits limits, int rows) {
        this.file = file;
        this.kind = kind;
        this.limits = limits;
        this.rows = rows;
    }

    static CsvSheet open(Path file, @Nullable SheetKind kind, SheetLimits limits) throws IOException, UnreadableSheet {
        int records = 0;
        try (CsvReader<CsvRecord> reader = reader(file, limits)) {
            for (CsvRecord row : reader) {
                records += isBlank(row) ? 0 : 1;
                if (records - 1 > limits.mostRows()) {
                    throw new UnreadableSheet("the sheet has more than " + limits.mostRows() + " rows");
                }
            }
        } catch (UncheckedIOException | CsvParseException | CharacterCodingException e) {
            throw unreadable(e);
        }
        if (records == 0) {
            throw new UnreadableSheet("the file is empty");
        }
        return new CsvSheet(file, kind, limits, records - 1);
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public void read(SheetFiles.RowSink sink) throws IOException, UnreadableSheet, Imports.ClaimLost {
        try (CsvReader<CsvRecord> reader = reader(file, limits)) {
            SheetHeader header = null;
            for (CsvRecord row : reader) {
                if (isBlank(row)) {
                    continue;
                }
                if (header == null) {
                    header = SheetHeader.of(kind, row.getFields());
                    continue;
                }
                Optional<SheetRow> read = header.row(Math.toIntExact(row.getStartingLineNumber()), row.getFields());
                if (read.isPresent()) {
                    sink.take(read.get());
                }
            }
        } catch (UncheckedIOException | CsvParseException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    private static boolean isBlank(CsvRecord row) {
        return row.getFields().stream().allMatch(String::isBlank);
    }

    private static CsvReader<CsvRecord> reader(Path file, SheetLimits limits) throws IOException, UnreadableSheet {
        char separator;
        boolean isNamed;
        try (BufferedReader text = text(file)) {
            String first = firstLine(text, limits);
            isNamed = first.toLowerCase(Locale.ROOT).startsWith(SEPARATOR_LINE)
                    && first.length() == SEPARATOR_LINE.length() + 1;
            separator = isNamed ? first.charAt(SEPARATOR_LINE.length()) : separator(first);
        }
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .build(
                        CsvRecordHandler.of(fields -> fields.maxFields(limits.mostColumns())
                                .maxFieldSize(limits.longestCell())
                                .maxRecordSize(limits.longestCell() * 5)),
                        text(file));
        if (isNamed) {
            reader.skipLines(1);
        }
        return reader;
    }

    private static BufferedReader text(Path file) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    private static String firstLine(Reader text, SheetLimits limits) throws IOException, UnreadableSheet {
        int longest = limits.mostColumns() * 100;
        StringBuilder line = new StringBuilder();
        for (int c = text.read(); c >= 0 && c != '\n' && c != '\r'; c = text.read()) {
            if (line.length() == longest) {
                throw new UnreadableSheet("the first line is longer than " + longest + " characters: no header");
            }
            line.append((char) c);
        }
        return line.toString();
    }

    /** The separator that stands most often in the header, outside of quotes. */
    private static char separator(String header) {
        String bare = header.replaceAll("\"[^\"]*\"", "");
        char best = ',';
        long most = 0;
        for (char separator : SEPARATORS) {
            long count = bare.chars().filter(c -> c == separator).count();
            if (count > most) {
                most = count;
                best = separator;
            }
        }
        return best;
    }

    private static UnreadableSheet unreadable(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return new UnreadableSheet("the file is not UTF-8; save it as \"CSV UTF-8\"", e);
            }
        }
        return new UnreadableSheet("the file cannot be read as CSV: " + e.getMessage(), e);
    }
}
