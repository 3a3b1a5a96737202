/** Tests of what desks make of alerts. */
@NullMarked
package org.skypatch.notification.desk;

import org.jspecify.annotations.NullMarked;
