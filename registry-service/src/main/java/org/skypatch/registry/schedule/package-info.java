/** What runs by itself: clocks are fired and moved. An edge; nothing depends on it. */
@NullMarked
package org.skypatch.registry.schedule;

import org.jspecify.annotations.NullMarked;
