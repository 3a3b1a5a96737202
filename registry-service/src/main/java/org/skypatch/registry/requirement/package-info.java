/** Which documents a State demands, from when, on what legal basis. The edges may depend on it. */
@NullMarked
package org.skypatch.registry.requirement;

import org.jspecify.annotations.NullMarked;
