/** The traders of each country: plain records. The edges may depend on it. */
@NullMarked
package org.skypatch.registry.trader;

import org.jspecify.annotations.NullMarked;
