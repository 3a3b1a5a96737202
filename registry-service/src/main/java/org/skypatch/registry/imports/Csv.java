package org.skypatch.registry.imports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One row of a packaged file, its columns by name. */
record Csv(NamedCsvRecord row) {

    /** The rows of a file in the folder {@code catalogue}. */
    static List<Csv> rows(String file) {
        return in("/catalogue/" + file);
    }

    /** The rows of a packaged file. */
    static List<Csv> in(String file) {
        try (InputStream in = Csv.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the reference data lack " + file);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
                return reader.stream().map(Csv::new).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the file has this column. */
    boolean has(String column) {
        return row.getHeader().contains(column);
    }

    /** A column; blank if it is empty. */
    String text(String column) {
        return row.getField(column).strip();
    }

    Optional<String> some(String column) {
        return Optional.of(text(column)).filter(value -> !value.isEmpty());
    }

    /** The values of a column that holds several. */
    List<String> several(String column) {
        return Arrays.stream(text(column).split(";"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    Optional<LocalDate> day(String column) {
        return some(column).map(LocalDate::parse);
    }

    Optional<BigDecimal> number(String column) {
        return some(column).map(BigDecimal::new);
    }
}
