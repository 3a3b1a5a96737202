/** What people are told: alerts and departure notices, how they change, who may see them and how much. Every package of the service may depend on it. */
@NullMarked
package org.skypatch.notification.alert;

import org.jspecify.annotations.NullMarked;
