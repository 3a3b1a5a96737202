/** Letting others see a movement. Core. */
@NullMarked
package org.skypatch.tracking.release;

import org.jspecify.annotations.NullMarked;
