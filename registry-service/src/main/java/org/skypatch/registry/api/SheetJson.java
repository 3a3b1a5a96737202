package org.skypatch.registry.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.skypatch.registry.sheet.Column;
import org.skypatch.registry.sheet.Entries;
import org.skypatch.registry.sheet.SheetCells;
import org.skypatch.registry.sheet.SheetRow;

/** Rows as the JSON that a call would send. */
final class SheetJson {

    private static final String SEVERAL = "[]";

    private SheetJson() {}

    /** The row, without the columns that a call has in its path. */
    static ObjectNode of(SheetRow row, List<String> inPath) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (Column column : row.kind().columns()) {
            String cell = row.cells().get(column.header());
            if (cell != null && !inPath.contains(column.header())) {
                put(json, column, cell);
            }
        }
        return json;
    }

    private static void put(ObjectNode json, Column column, String cell) {
        int slash = column.field().indexOf('/');
        ObjectNode parent =
                slash < 0 ? json : json.withObjectProperty(column.field().substring(0, slash));
        String name = column.field().substring(slash + 1);
        switch (column.shape()) {
            case TEXT, NUMBER, DAY -> parent.put(name, cell);
            case WHOLE -> putWhole(parent, name, cell);
            case LIST -> {
                ArrayNode values = parent.putArray(name);
                if (slash < 0 || !cell.equals(SheetCells.ALL)) {
                    Entries.list(cell).forEach(values::add);
                }
            }
            case ENTRIES -> {
                ArrayNode entries = parent.putArray(name);
                Entries.entries(cell).forEach(parts -> putEntry(entries.addObject(), column.parts(), parts));
            }
        }
    }

    private static void putWhole(ObjectNode parent, String name, String cell) {
        if (cell.matches("[0-9]{1,18}")) {
            parent.put(name, Long.parseLong(cell));
        } else {
            parent.put(name, cell);
        }
    }

    private static void putEntry(ObjectNode entry, List<String> names, List<String> parts) {
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            String name = i < names.size() ? names.get(i) : "part " + (i + 1);
            if (part.isEmpty()) {
                continue;
            }
            if (name.endsWith(SEVERAL)) {
                ArrayNode values = entry.putArray(name.substring(0, name.length() - SEVERAL.length()));
                Entries.part(part).forEach(values::add);
            } else if (!name.contains("|")) {
                entry.put(name, part);
            } else if (!part.equals(SheetCells.ALL)) {
                entry.put(KnownCommodities.isGroup(part) ? "group" : "commodity", part);
            }
        }
    }
}
