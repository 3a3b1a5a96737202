/** Tests of alerts without any server. */
@NullMarked
package org.skypatch.notification.alert;

import org.jspecify.annotations.NullMarked;
