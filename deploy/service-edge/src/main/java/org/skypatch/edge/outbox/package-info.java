/** Messages that leave with the transaction that makes them. Every service's edges may depend on it. */
@NullMarked
package org.skypatch.edge.outbox;

import org.jspecify.annotations.NullMarked;
