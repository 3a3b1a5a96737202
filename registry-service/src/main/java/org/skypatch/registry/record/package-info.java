/** How a record is written: under a lock, never against a newer version, every version kept and told. Every package may depend on it. */
@NullMarked
package org.skypatch.registry.record;

import org.jspecify.annotations.NullMarked;
