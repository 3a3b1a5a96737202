package org.skypatch.tracking.finding.rule;

import org.skypatch.contracts.finding.RuleCode;
import org.skypatch.contracts.finding.RuleKind;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.movement.Movement;

/**
 * Finds more arrived than left: accepted and rejected mass against the exported mass, by commodity, at the final part.
 * Source: comparison of both borders' declarations, the core of Project Sky-Hole-Patching. (policy)
 * Thresholds: the greater of 2 % and 5 kg.
 * Innocent: weighing, moisture, the heel left in bulk tanks, part consignments not yet marked as such.
 */
public final class OverLanded implements Rule {

    private static final RuleCode CODE = RuleCode.of("over-landed");

    @Override
    public RuleCode code() {
        return CODE;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public RuleKind kind() {
        return RuleKind.INDICATOR;
    }

    @Override
    public TradeElement element() {
        return TradeElement.TRANSBOUNDARY_MOVEMENT;
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        return LandedMass.assess(movement, evidence, LandedMass.Side.OVER, CODE, Severity.MEDIUM);
    }
}
