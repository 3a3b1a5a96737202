/** Movements: the joined life of consignments, as a pure function of the customs events. Depends on contracts and register. */
@NullMarked
package org.skypatch.tracking.movement;

import org.jspecify.annotations.NullMarked;
