/** The records, their versions and the outgoing messages in PostgreSQL. Nothing depends on it. */
@NullMarked
package org.skypatch.registry.store;

import org.jspecify.annotations.NullMarked;
