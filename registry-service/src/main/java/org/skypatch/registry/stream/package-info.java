/** Hears what tracking says on the topic {@code balances}. Only the wiring may depend on it. */
@NullMarked
package org.skypatch.registry.stream;

import org.jspecify.annotations.NullMarked;
