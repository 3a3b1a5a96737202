package org.skypatch.registry.record;

import java.util.List;
import org.skypatch.contracts.registry.RegistryFact;

/** The tables by the kind of record they keep. */
public final class RecordTables {

    private final List<RecordTable<?>> tables;

    public RecordTables(List<RecordTable<?>> tables) {
        this.tables = List.copyOf(tables);
    }

    /**
     * The table of a kind.
     *
     * @throws IllegalArgumentException if records of this kind are not kept many at a time
     */
    @SuppressWarnings("unchecked") // a table of a kind keeps that kind's facts
    public <F extends RegistryFact> RecordTable<F> of(RecordKind<F> kind) {
        return (RecordTable<F>) tables.stream()
                .filter(table -> table.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no table of " + kind));
    }
}
