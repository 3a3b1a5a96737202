package org.skypatch.tracking.finding;

import org.skypatch.contracts.finding.RuleCode;
import org.skypatch.contracts.finding.RuleKind;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.tracking.movement.Movement;

/** One sentence that may be true of a movement. Pure: no clock but {@link Evidence#asOf()}, no input but its arguments. */
public interface Rule {

    RuleCode code();

    /** Rises when the rule judges differently. */
    int version();

    RuleKind kind();

    TradeElement element();

    RuleOutcome assess(Movement movement, Evidence evidence);
}
