/** Tests of the consumer's reading without any server. */
@NullMarked
package org.skypatch.notification.stream;

import org.jspecify.annotations.NullMarked;
