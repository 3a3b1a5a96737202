/** Reads the packaged reference data and has them recorded at the start. Nothing depends on it. */
@NullMarked
package org.skypatch.registry.imports;

import org.jspecify.annotations.NullMarked;
