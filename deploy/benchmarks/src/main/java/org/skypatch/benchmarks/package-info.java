/** Measures a running local system against the raw limit of its own broker and database. Nothing depends on it. */
@NullMarked
package org.skypatch.benchmarks;

import org.jspecify.annotations.NullMarked;
