/** Licences: their state table, who may write and who may read them. The edges may depend on it. */
@NullMarked
package org.skypatch.registry.licence;

import org.jspecify.annotations.NullMarked;
