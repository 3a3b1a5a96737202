/** What the tests of tracking are written with. */
@NullUnmarked
package org.skypatch.tracking.testing;

import org.jspecify.annotations.NullUnmarked;
