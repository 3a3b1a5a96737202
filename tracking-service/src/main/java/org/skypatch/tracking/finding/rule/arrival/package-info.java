/** What left against what arrived, and what happened on the way: one class for each rule. Depends on contracts, movement, register and finding; only RulesInForce depends on it. */
@NullMarked
package org.skypatch.tracking.finding.rule.arrival;

import org.jspecify.annotations.NullMarked;
