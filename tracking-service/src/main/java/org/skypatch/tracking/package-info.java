/** The wiring of the tracking service. Nothing depends on it. */
@NullMarked
package org.skypatch.tracking;

import org.jspecify.annotations.NullMarked;
