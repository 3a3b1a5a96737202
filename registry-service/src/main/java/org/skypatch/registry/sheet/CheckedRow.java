package org.skypatch.registry.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.RegistryFact;

/**
 * A row as the dry run judged it.
 *
 * @param line counted from 1, the header's included
 * @param name of the record; empty if it cannot be told
 * @param revision at which the record stood; 0 if there was none
 * @param fact what the record is to say; none if the row is wrong or changes nothing
 */
public record CheckedRow(
        SheetKind kind,
        int line,
        String name,
        RowOutcome outcome,
        long revision,
        @Nullable RegistryFact fact,
        List<RowProblem> problems) {

    public CheckedRow {
        problems = List.copyOf(problems);
    }

    static CheckedRow wrong(SheetRow row, String name, List<RowProblem> problems) {
        return new CheckedRow(row.kind(), row.line(), name, RowOutcome.ERROR, 0, null, problems);
    }
}
