/** Licences, quotas and the documents that States demand: one class for each rule. Depends on contracts, movement, register and finding; only RulesInForce depends on it. */
@NullMarked
package org.skypatch.tracking.finding.rule.licence;

import org.jspecify.annotations.NullMarked;
