package org.skypatch.registry.sheet;

import java.util.Map;

/**
 * A row as it was written.
 *
 * @param line counted from 1, the header's included
 * @param cells what is written, by header; empty cells are left out
 */
public record SheetRow(SheetKind kind, int line, Map<String, String> cells) {

    public SheetRow {
        cells = Map.copyOf(cells);
    }
}
