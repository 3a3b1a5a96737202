/** Reads the inbox and listens to streams over HTTP. Only the wiring may depend on it. */
@NullMarked
package org.skypatch.notification.inbox;

import org.jspecify.annotations.NullMarked;
