/** What runs by itself. Only the wiring may depend on it. */
@NullMarked
package org.skypatch.notification.schedule;

import org.jspecify.annotations.NullMarked;
