/** Reads who the caller is from the verified token. Every service's edges may depend on it. */
@NullMarked
package org.skypatch.edge.access;

import org.jspecify.annotations.NullMarked;
