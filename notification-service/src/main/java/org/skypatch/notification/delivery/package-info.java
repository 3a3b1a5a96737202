/** News on their way to subscribers: tries, pauses and what came of them. Every edge of the service may depend on it. */
@NullMarked
package org.skypatch.notification.delivery;

import org.jspecify.annotations.NullMarked;
