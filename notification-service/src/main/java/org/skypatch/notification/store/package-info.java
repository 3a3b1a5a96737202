/** Keeps alerts, departure notices, streams and parked records in PostgreSQL. Only the wiring may depend on it. */
@NullMarked
package org.skypatch.notification.store;

import org.jspecify.annotations.NullMarked;
