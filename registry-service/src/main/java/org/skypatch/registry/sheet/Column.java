package org.skypatch.registry.sheet;

import java.util.List;
import java.util.Locale;

/**
 * A column of a sheet.
 *
 * @param header as it stands in the first row
 * @param field where the record has it, such as {@code counts/forms}
 * @param isRequired whether a sheet without it cannot be read
 * @param parts of {@link Shape#ENTRIES}: the fields of an entry in order. {@code a|b} stands for one of two fields, chosen by
 *     what is written; {@code a[]} for several values with commas between them
 */
public record Column(String header, String field, Shape shape, boolean isRequired, List<String> parts) {

    public Column {
        parts = List.copyOf(parts);
    }

    static Column required(String field, Shape shape) {
        return new Column(field, field, shape, true, List.of());
    }

    static Column optional(String field, Shape shape) {
        return new Column(field, field, shape, false, List.of());
    }

    static Column within(String header, String field, Shape shape) {
        return new Column(header, field, shape, false, List.of());
    }

    static Column entries(String field, String... parts) {
        return new Column(field, field, Shape.ENTRIES, false, List.of(parts));
    }

    /** Whether a header means this column: case, blanks and signs do not matter. */
    boolean isMeantBy(String text) {
        return squeezed(text).equals(squeezed(header));
    }

    private static String squeezed(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
