package org.skypatch.registry.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A list of codes of the Basel forms with what they stand for, from the packaged reference data.
 *
 * @param entries by code, in the order of the form
 */
public record CodeList(Map<String, String> entries) {

    private static final String FOLDER = "/catalogue/";
    private static final List<List<String>> FORMS = rows("basel-packaging-and-transport.csv");
    private static final List<List<String>> OPERATIONS_OF_ANNEX_IV = rows("basel-operations.csv");

    /** Block 7. */
    public static final CodeList PACKAGING = ofForms("packaging");

    /** Block 8. */
    public static final CodeList TRANSPORT = ofForms("transport");

    /** Block 13. */
    public static final CodeList PHYSICAL = ofForms("physical");

    /** Block 14 (viii), Annex III. */
    public static final CodeList HAZARDS = of(rows("basel-hazard-codes.csv"), 0, 2);

    /** Block 11, Annex IV. */
    public static final CodeList OPERATIONS = of(OPERATIONS_OF_ANNEX_IV, 0, 2);

    public CodeList {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** A code of this list, for readers of forms. */
    public Function<String, String> reading() {
        return code -> {
            if (!entries.containsKey(code)) {
                throw new IllegalArgumentException("must be one of " + String.join(", ", entries.keySet()));
            }
            return code;
        };
    }

    /** A code with what it stands for. */
    public String say(String code) {
        return entries.containsKey(code) ? code + " " + entries.get(code) : code;
    }

    /** Whether an operation of Annex IV recovers (R) rather than disposes of (D). */
    public static boolean isRecovery(String operation) {
        return operation.startsWith("R");
    }

    private static CodeList ofForms(String group) {
        return of(FORMS.stream().filter(row -> row.getFirst().equals(group)).toList(), 1, 2);
    }

    private static CodeList of(List<List<String>> rows, int code, int label) {
        Map<String, String> entries = new LinkedHashMap<>();
        rows.forEach(row -> entries.put(row.get(code), row.get(label)));
        return new CodeList(entries);
    }

    private static List<List<String>> rows(String file) {
        try (InputStream in = CodeList.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("there is no packaged " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(CodeList::fields)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean isQuoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == ',' && !isQuoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
