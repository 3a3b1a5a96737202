/** How JSON is read and written at the doors and on the topics. Every service's edges may depend on it. */
@NullMarked
package org.skypatch.edge.json;

import org.jspecify.annotations.NullMarked;
