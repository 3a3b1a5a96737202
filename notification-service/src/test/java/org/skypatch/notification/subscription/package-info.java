/** Tests of what an administration wants to be told. */
@NullMarked
package org.skypatch.notification.subscription;

import org.jspecify.annotations.NullMarked;
