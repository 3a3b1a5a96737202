/** How names of any script are written in Latin letters to be compared. Pure; the traders and the edges may depend on it. */
@NullMarked
package org.skypatch.registry.trader.name;

import org.jspecify.annotations.NullMarked;
