/** The refusals that only the registry answers. The edges may depend on it. */
@NullMarked
package org.skypatch.registry.problem;

import org.jspecify.annotations.NullMarked;
