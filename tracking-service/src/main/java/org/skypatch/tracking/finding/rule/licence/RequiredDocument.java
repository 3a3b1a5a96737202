package org.skypatch.tracking.finding.rule.licence;

import java.util.List;
import org.skypatch.contracts.registry.RequirementFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.movement.Movement;

/**
 * A document that a State on the way demands of a movement.
 *
 * @param requirement the State's record, with its legal basis
 * @param commodity for what of it
 * @param isMeant whether the goods are known to be meant; else that hangs on what their report does not say
 * @param isCited whether a document is cited that may be the one
 */
public record RequiredDocument(RequirementFact requirement, CommodityId commodity, boolean isMeant, boolean isCited) {

    /** All that is demanded, in the direction in which it is: at the destination, on the way, at dispatch. */
    public static List<RequiredDocument> of(Movement movement, Evidence evidence) {
        return Demands.documents(movement, evidence);
    }
}
