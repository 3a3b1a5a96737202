/**
 * What movements draw on licences, notifications and quotas, and what is left. Depends on contracts, movement and register.
 */
@NullMarked
package org.skypatch.tracking.balance;

import org.jspecify.annotations.NullMarked;
