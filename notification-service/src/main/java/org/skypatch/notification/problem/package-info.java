/** The refusals of the notification service's own. Its edges may depend on it. */
@NullMarked
package org.skypatch.notification.problem;

import org.jspecify.annotations.NullMarked;
