/** The Rotterdam Convention: import responses (Article 10) and export notifications (Article 12), what may become of them and when. Core; the edges may depend on it. */
@NullMarked
package org.skypatch.registry.rotterdam;

import org.jspecify.annotations.NullMarked;
