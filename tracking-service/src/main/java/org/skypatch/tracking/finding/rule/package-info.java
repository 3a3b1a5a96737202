/** One class for each rule. Depends on contracts, movement, balance, register and finding; only RulesInForce depends on it. */
@NullMarked
package org.skypatch.tracking.finding.rule;

import org.jspecify.annotations.NullMarked;
