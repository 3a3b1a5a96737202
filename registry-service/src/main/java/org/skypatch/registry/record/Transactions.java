package org.skypatch.registry.record;

import java.util.function.Supplier;

/** Several writes that are one. */
public interface Transactions {

    /** Runs the work in a transaction of its own; what it wrote is undone if it comes to a refusal, or throws. */
    <F> Written<F> run(Supplier<Written<F>> work);
}
