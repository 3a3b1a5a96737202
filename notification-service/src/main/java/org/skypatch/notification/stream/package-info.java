/** Hears what tracking says on the topic {@code findings}. Only the wiring may depend on it. */
@NullMarked
package org.skypatch.notification.stream;

import org.jspecify.annotations.NullMarked;
