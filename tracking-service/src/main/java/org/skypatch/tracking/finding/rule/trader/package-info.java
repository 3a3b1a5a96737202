/** Whether traders are who they must be: one class for each rule. Depends on contracts, movement, register and finding; only RulesInForce depends on it. */
@NullMarked
package org.skypatch.tracking.finding.rule.trader;

import org.jspecify.annotations.NullMarked;
