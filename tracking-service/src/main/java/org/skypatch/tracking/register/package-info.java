/** The registry's facts as tracking knows them: catalogue, licences, coverage, requirements, parties. Depends on contracts. */
@NullMarked
package org.skypatch.tracking.register;

import org.jspecify.annotations.NullMarked;
