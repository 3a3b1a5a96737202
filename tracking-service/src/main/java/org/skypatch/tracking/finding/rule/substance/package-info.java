/** What the goods are, and whether such goods may be traded: one class for each rule. Depends on contracts, movement, register and finding; only RulesInForce depends on it. */
@NullMarked
package org.skypatch.tracking.finding.rule.substance;

import org.jspecify.annotations.NullMarked;
