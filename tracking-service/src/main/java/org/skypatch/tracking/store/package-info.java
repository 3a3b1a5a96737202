/** PostgreSQL: events, movements, findings, deadlines. An edge. */
@NullMarked
package org.skypatch.tracking.store;

import org.jspecify.annotations.NullMarked;
