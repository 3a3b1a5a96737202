/** Carries news out of the system: webhooks, to public addresses only. Only the wiring may depend on it. */
@NullMarked
package org.skypatch.notification.courier;

import org.jspecify.annotations.NullMarked;
