/** What happens by the clock: due deadlines and movements to judge again. An edge. */
@NullMarked
package org.skypatch.tracking.schedule;

import org.jspecify.annotations.NullMarked;
