/** The catalogue of controlled commodities: plain records, recorded by edition and searched. The edges may depend on it. */
@NullMarked
package org.skypatch.registry.catalogue;

import org.jspecify.annotations.NullMarked;
