package org.skypatch.registry.record;

/** What became of a write. */
public sealed interface Written<F> {

    /** The first version. */
    record Created<F>(Revised<F> record) implements Written<F> {}

    /** A new version. */
    record Changed<F>(Revised<F> record) implements Written<F> {}

    /** No version: the record said this already. */
    record Unchanged<F>(Revised<F> record) implements Written<F> {}

    /** Nothing was written. */
    record Refused<F>(Refusal refusal) implements Written<F> {}
}
