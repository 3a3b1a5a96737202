/** Tests of tries, pauses and what comes of them. */
@NullMarked
package org.skypatch.notification.delivery;

import org.jspecify.annotations.NullMarked;
