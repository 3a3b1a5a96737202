/** The refusals of the tracking service. */
@NullMarked
package org.skypatch.tracking.problem;

import org.jspecify.annotations.NullMarked;
