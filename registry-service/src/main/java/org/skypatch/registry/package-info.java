/** The wiring of the registry service. Nothing depends on it. */
@NullMarked
package org.skypatch.registry;

import org.jspecify.annotations.NullMarked;
