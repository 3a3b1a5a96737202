package org.skypatch.registry.clock;

import java.util.Optional;
import java.util.function.Function;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.registry.record.Author;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Written;

/** Records of a kind with a table of its own, as the clocks that run on them need them; all others are found by themselves. */
public interface KeptApart<F extends RegistryFact> {

    RecordKind<F> kind();

    /** The record as it stands, by its name as on the topic. */
    Optional<F> fact(String name);

    /** Writes the record as {@code decide} says, within the transaction that fires the clock. */
    Written<F> write(String name, Author author, String reason, Function<Optional<F>, Decision<F>> decide);
}
