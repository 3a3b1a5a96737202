/** Balances as tracking tells them: shown beside the records that grant, never decided on. Core; the edges may depend on it. */
@NullMarked
package org.skypatch.registry.balance;

import org.jspecify.annotations.NullMarked;
