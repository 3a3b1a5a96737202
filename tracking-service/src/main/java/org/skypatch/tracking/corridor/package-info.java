/** How long goods travel between two countries and what they cost, learned from those that moved. Depends on contracts, movement and register. */
@NullMarked
package org.skypatch.tracking.corridor;

import org.jspecify.annotations.NullMarked;
