package org.skypatch.tracking.finding;

import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.finding.RuleCode;
import org.skypatch.contracts.finding.RuleKind;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.tracking.movement.Movement;

/** One sentence that may be true of a movement. Pure: no clock but {@link Evidence#asOf()}, no input but its arguments. */
public interface Rule {

    RuleCard card();

    RuleOutcome assess(Movement movement, Evidence evidence);

    default RuleCode code() {
        return card().code();
    }

    /** Rises when the rule judges differently. */
    default int version() {
        return card().version();
    }

    default RuleKind kind() {
        return card().kind();
    }

    /** The element that its findings speak of, unless one says otherwise; none if of none. */
    default @Nullable TradeElement element() {
        return card().element();
    }
}
