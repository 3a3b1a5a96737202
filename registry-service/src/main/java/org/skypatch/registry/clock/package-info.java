/** Clocks: time limits as data, what they start from, who must act, and what silence does. Core; the edges and the kinds of records may depend on it. */
@NullMarked
package org.skypatch.registry.clock;

import org.jspecify.annotations.NullMarked;
