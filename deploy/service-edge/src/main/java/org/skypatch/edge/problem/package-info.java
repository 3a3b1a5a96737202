/** Answers every refusal as application/problem+json (RFC 9457). Every service's edges may depend on it. */
@NullMarked
package org.skypatch.edge.problem;

import org.jspecify.annotations.NullMarked;
