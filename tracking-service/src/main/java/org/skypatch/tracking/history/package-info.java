/** What callers read: movements, events, balances. An edge. */
@NullMarked
package org.skypatch.tracking.history;

import org.jspecify.annotations.NullMarked;
