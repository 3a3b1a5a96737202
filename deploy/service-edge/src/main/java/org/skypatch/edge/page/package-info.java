/** Pages of lists and their cursors. Every service's edges may depend on it. */
@NullMarked
package org.skypatch.edge.page;

import org.jspecify.annotations.NullMarked;
