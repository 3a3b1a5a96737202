/** Basel notifications and shipments: their state tables, who may do what, what is left, what silence does. Core; the edges may depend on it. */
@NullMarked
package org.skypatch.registry.notification;

import org.jspecify.annotations.NullMarked;
