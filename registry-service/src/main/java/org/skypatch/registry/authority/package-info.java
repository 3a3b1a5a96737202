/** Which competence decides about which commodity. Every package may depend on it. */
@NullMarked
package org.skypatch.registry.authority;

import org.jspecify.annotations.NullMarked;
