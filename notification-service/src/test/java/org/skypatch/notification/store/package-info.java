/** Tests of the store with PostgreSQL. */
@NullMarked
package org.skypatch.notification.store;

import org.jspecify.annotations.NullMarked;
