/** What people do to movements by hand: enquiries and their answers. An edge. */
@NullMarked
package org.skypatch.tracking.api;

import org.jspecify.annotations.NullMarked;
