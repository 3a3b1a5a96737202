/** What the people of a country or region make of an alert: who works on it, and how it ended. Pure. */
@NullMarked
package org.skypatch.notification.desk;

import org.jspecify.annotations.NullMarked;
