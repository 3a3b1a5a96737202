/** Notifications, consents and handlers of waste: one class for each rule. Depends on contracts, movement, register and finding; only RulesInForce depends on it. */
@NullMarked
package org.skypatch.tracking.finding.rule.waste;

import org.jspecify.annotations.NullMarked;
