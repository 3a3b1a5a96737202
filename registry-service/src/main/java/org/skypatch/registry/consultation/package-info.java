/** Informal consultations (iPIC): their state table, who may make which move, what they reserve, the clocks that run. Core; the edges may depend on it. */
@NullMarked
package org.skypatch.registry.consultation;

import org.jspecify.annotations.NullMarked;
