/** Files that come in and go out: the packaged reference data, recorded at the start, and country sheets. Nothing depends on it. */
@NullMarked
package org.skypatch.registry.imports;

import org.jspecify.annotations.NullMarked;
