package org.skypatch.registry.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The first row of a sheet: which sheet it is and which column stands where. */
public final class SheetHeader {

    private final SheetKind kind;
    private final Map<Integer, Column> columns;

    private SheetHeader(SheetKind kind, Map<Integer, Column> columns) {
        this.kind = kind;
        this.columns = Map.copyOf(columns);
    }

    /**
     * Reads a header.
     *
     * @param kind which sheet it is said to be; if none, it is told by its columns
     * @throws UnreadableSheet if a column is not known, stands twice, or is missing and required
     */
    public static SheetHeader of(@Nullable SheetKind kind, List<String> texts) throws UnreadableSheet {
        SheetKind meant = kind == null ? recognised(texts) : kind;
        Map<Integer, Column> columns = new HashMap<>();
        Set<Column> seen = new HashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            if (text.isBlank()) {
                continue;
            }
            Column column = column(meant, text)
                    .orElseThrow(() -> new UnreadableSheet("the sheet " + meant + " has no column \"" + shortened(text)
                            + "\"; it has " + headers(meant.columns())));
            if (!seen.add(column)) {
                throw new UnreadableSheet("the column " + column.header() + " stands twice in the sheet " + meant);
            }
            columns.put(i, column);
        }
        List<Column> missing = meant.columns().stream()
                .filter(Column::isRequired)
                .filter(column -> !seen.contains(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new UnreadableSheet("the sheet " + meant + " lacks the column " + headers(missing));
        }
        return new SheetHeader(meant, columns);
    }

    public SheetKind kind() {
        return kind;
    }

    /** A row under this header; empty if nothing stands in it. */
    public Optional<SheetRow> row(int line, List<String> cells) throws UnreadableSheet {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String text = cells.get(i).strip();
            if (text.isEmpty()) {
                continue;
            }
            Column column = columns.get(i);
            if (column == null) {
                throw new UnreadableSheet(
                        "line " + line + " has a value in column " + (i + 1) + ", which has no header");
            }
            values.put(column.header(), FormulaGuard.open(text));
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(new SheetRow(kind, line, values));
    }

    /** The column at a place, counted from 0. */
    public Optional<Column> at(int place) {
        return Optional.ofNullable(columns.get(place));
    }

    private static SheetKind recognised(List<String> texts) throws UnreadableSheet {
        List<SheetKind> fitting = new ArrayList<>();
        for (SheetKind kind : SheetKind.values()) {
            if (kind.columns().stream().filter(Column::isRequired).allMatch(column -> texts.stream()
                    .anyMatch(column::isMeantBy))) {
                fitting.add(kind);
            }
        }
        if (fitting.size() != 1) {
            throw new UnreadableSheet("the first row is not the header of a sheet; "
                    + Arrays.stream(SheetKind.values())
                            .map(kind -> kind + ": " + headers(kind.columns()))
                            .collect(Collectors.joining("; ")));
        }
        return fitting.getFirst();
    }

    private static Optional<Column> column(SheetKind kind, String text) {
        return kind.columns().stream().filter(column -> column.isMeantBy(text)).findFirst();
    }

    private static String headers(List<Column> columns) {
        return columns.stream().map(Column::header).collect(Collectors.joining(", "));
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
