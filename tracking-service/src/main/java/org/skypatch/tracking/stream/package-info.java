/** Kafka in and out. An edge. */
@NullMarked
package org.skypatch.tracking.stream;

import org.jspecify.annotations.NullMarked;
