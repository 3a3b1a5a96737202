package org.skypatch.tracking.finding.rule.arrival;

import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds more arrived than left: accepted and rejected mass against the exported mass, by commodity, at the final part.
 * Source: comparison of both borders' declarations, the core of Project Sky-Hole-Patching. (policy)
 * Thresholds: the greater of 2 % and 5 kg; 5 % for tanks, in which a heel stays.
 * Innocent: weighing, moisture, the heel left in bulk tanks, part consignments not yet marked as such.
 */
public final class OverLanded implements Rule {

    private static final RuleCard CARD = RuleCard.indicator(
                    "over-landed", TradeElement.TRANSBOUNDARY_MOVEMENT, Severity.MEDIUM)
            .clearedBy("an amendment at either border")
            .needing("both borders name the commodity and its mass; nothing was seized, lost or returned");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        return LandedMass.assess(movement, evidence, LandedMass.Side.OVER, code(), Severity.MEDIUM);
    }
}
