/** The calls by which an administration keeps its subscriptions and sees what was sent. Nothing may depend on it. */
@NullMarked
package org.skypatch.notification.api;

import org.jspecify.annotations.NullMarked;
