/** The rules in force, by subject, and how they word what they find. Depends on contracts, movement, balance, register and finding; only RulesInForce depends on it. */
@NullMarked
package org.skypatch.tracking.finding.rule;

import org.jspecify.annotations.NullMarked;
