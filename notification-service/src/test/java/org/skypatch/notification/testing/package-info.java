/** What the tests of this service speak with: tokens, findings, a listener. */
@NullMarked
package org.skypatch.notification.testing;

import org.jspecify.annotations.NullMarked;
