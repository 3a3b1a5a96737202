package org.skypatch.registry.sheet;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.RecordKind;

/** A row as the form of its records reads it. */
public sealed interface Draft {

    /**
     * It can be read.
     *
     * @param decide what becomes of the record, in sight of the record as it stands
     */
    record Made<F extends RegistryFact>(RecordKind<F> kind, String name, Function<Optional<F>, Decision<F>> decide)
            implements Draft {}

    /**
     * It cannot be.
     *
     * @param wrongs every wrong field by its JSON pointer within the record
     */
    record Wrong(List<Field> wrongs) implements Draft {
        public Wrong {
            wrongs = List.copyOf(wrongs);
        }
    }

    /** A wrong field. */
    record Field(String pointer, String reason) {}
}
