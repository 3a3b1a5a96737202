/** Seals: what an administration signs so that anybody can check it offline, and the keys by which it is checked. Core; the edges may depend on it. */
@NullMarked
package org.skypatch.registry.seal;

import org.jspecify.annotations.NullMarked;
