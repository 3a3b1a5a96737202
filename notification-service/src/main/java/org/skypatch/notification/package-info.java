/** The wiring of the notification service. Nothing depends on it. */
@NullMarked
package org.skypatch.notification;

import org.jspecify.annotations.NullMarked;
