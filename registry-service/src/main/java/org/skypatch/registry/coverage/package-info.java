/** What each administration reports and shares as complete. The edges may depend on it. */
@NullMarked
package org.skypatch.registry.coverage;

import org.jspecify.annotations.NullMarked;
