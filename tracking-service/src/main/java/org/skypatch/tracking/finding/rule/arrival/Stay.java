package org.skypatch.tracking.finding.rule.arrival;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Signs;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.register.Limits;

/**
 * Goods under customs control in one country: in transit, or in a bonded warehouse or free zone.
 *
 * @param left when they left it, if that was reported
 */
record Stay(CountryCode country, boolean inBond, Fact entered, Optional<Fact> left) {

    private static final int HOLIDAYS_IN_DOUBT = 3;

    /** The stays that a movement's own countries report; each entry with the first exit after it. */
    static List<Stay> of(Movement movement) {
        List<Stay> stays = new ArrayList<>();
        for (Fact entered : movement.facts()) {
            boolean inBond = entered.type() == CustomsEventType.BOND_ENTERED;
            if (!inBond && entered.type() != CustomsEventType.TRANSIT_ENTERED) {
                continue;
            }
            CustomsEventType exit = inBond ? CustomsEventType.BOND_LEFT : CustomsEventType.TRANSIT_LEFT;
            entered.content()
                    .reportingCountry()
                    .ifPresent(country -> stays.add(new Stay(
                            country,
                            inBond,
                            entered,
                            movement.facts().stream()
                                    .filter(fact -> fact.type() == exit && fact.isReportedBy(country))
                                    .filter(fact -> !fact.occurredAt().isBefore(entered.occurredAt()))
                                    .findFirst())));
        }
        return stays;
    }

    /** By when they must have left: by the limit of that country or of a union that holds it, else by policy. */
    Instant due(Evidence evidence) {
        Signs policy = evidence.thresholds().signs();
        return Limits.due(
                        evidence.register(),
                        procedure(),
                        List.of(country),
                        "policy",
                        entered.occurredAt(),
                        HOLIDAYS_IN_DOUBT)
                .orElseGet(() -> entered.occurredAt().plus(inBond ? policy.bondWithin() : policy.transitWithin()));
    }

    /** In words, and how the limits of the registry are named. */
    String procedure() {
        return inBond ? "bond" : "transit";
    }
}
