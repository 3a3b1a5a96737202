/** What an administration wants to be told, and through which channel. Every package of the service may depend on it. */
@NullMarked
package org.skypatch.notification.subscription;

import org.jspecify.annotations.NullMarked;
