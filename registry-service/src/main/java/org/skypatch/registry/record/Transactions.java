package org.skypatch.registry.record;

import java.util.function.Supplier;

/** Runs work on several records in one transaction: all of it happens, or nothing. */
public interface Transactions {

    /** Runs the work and commits; rolls back if it throws. Within a transaction it becomes part of that one. */
    <T> T inOne(Supplier<T> work);
}
