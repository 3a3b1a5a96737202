/** Tests of notifications and shipments. */
@NullMarked
package org.skypatch.registry.notification;

import org.jspecify.annotations.NullMarked;
