/** The Stockholm Convention: exemptions of the register (Articles 3 and 4) and yearly certifications of non-Parties, what may become of them and when. Core; the edges may depend on it. */
@NullMarked
package org.skypatch.registry.stockholm;

import org.jspecify.annotations.NullMarked;
