/** What changes several records at once, all of them or nothing. Core; the edges may depend on it. */
@NullMarked
package org.skypatch.registry.process;

import org.jspecify.annotations.NullMarked;
