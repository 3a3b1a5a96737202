/** Secret addresses under which calendar programs read what their owners must do. Core; the edges may depend on it. */
@NullMarked
package org.skypatch.registry.feed;

import org.jspecify.annotations.NullMarked;
