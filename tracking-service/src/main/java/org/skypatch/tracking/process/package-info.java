/** The path of an event in one place: join, judge, remember. Depends on the core; what touches the outside implements its interfaces. */
@NullMarked
package org.skypatch.tracking.process;

import org.jspecify.annotations.NullMarked;
