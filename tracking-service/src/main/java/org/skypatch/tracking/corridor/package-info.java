/** How long goods travel between two countries, learned from those that arrived. Depends on contracts and movement. */
@NullMarked
package org.skypatch.tracking.corridor;

import org.jspecify.annotations.NullMarked;
