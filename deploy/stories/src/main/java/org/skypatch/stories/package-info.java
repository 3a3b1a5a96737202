/** Plays stories of trade against a running system, through its public interfaces only. Nobody may depend on it. */
@NullMarked
package org.skypatch.stories;

import org.jspecify.annotations.NullMarked;
