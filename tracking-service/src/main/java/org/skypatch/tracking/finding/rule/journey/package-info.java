/** Whether the way, the references and the places can be true: one class for each rule. Depends on contracts, movement, register and finding; only RulesInForce depends on it. */
@NullMarked
package org.skypatch.tracking.finding.rule.journey;

import org.jspecify.annotations.NullMarked;
