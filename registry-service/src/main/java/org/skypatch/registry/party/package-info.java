/** What is known of countries as Parties: plain records of the catalogue's edition. The catalogue and the edges may depend on it. */
@NullMarked
package org.skypatch.registry.party;

import org.jspecify.annotations.NullMarked;
