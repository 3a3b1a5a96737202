/** The business clock, and its setting where that is allowed. Every service's edges may depend on it. */
@NullMarked
package org.skypatch.edge.clock;

import org.jspecify.annotations.NullMarked;
