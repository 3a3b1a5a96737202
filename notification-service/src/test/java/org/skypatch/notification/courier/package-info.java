/** Tests of what leaves the system: which addresses are called, and how. */
@NullMarked
package org.skypatch.notification.courier;

import org.jspecify.annotations.NullMarked;
