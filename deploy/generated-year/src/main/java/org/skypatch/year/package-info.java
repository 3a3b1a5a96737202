/** A year of made-up movements that is the same for the same seed, and what is irregular in it. Tests and benchmarks depend on it; it depends on contracts. */
@NullMarked
package org.skypatch.year;

import org.jspecify.annotations.NullMarked;
