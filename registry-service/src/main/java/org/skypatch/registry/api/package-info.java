/** The registry over REST. Nothing depends on it. */
@NullMarked
package org.skypatch.registry.api;

import org.jspecify.annotations.NullMarked;
