package org.skypatch.tracking.finding.rule.waste;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.register.Limits;

/** Whether something had to follow within a limit that data give for the States concerned. */
final class Overdue {

    /** How many holidays a limit in working days may hold where the State has not said them. (policy) */
    private static final int HOLIDAYS_IN_DOUBT = 3;

    private static final String BASEL = "basel";

    private Overdue() {}

    /**
     * By when it must have followed: the limit of the facility's State or of a union that holds it, else that of the State
     * of export, else of the convention.
     *
     * @param limit its name in the registry, such as {@code receipt}
     */
    static Optional<Instant> due(String limit, Fact start, Movement movement, Evidence evidence) {
        return Limits.due(
                evidence.register(),
                limit,
                List.of(movement.route().destination(), movement.route().dispatch()),
                BASEL,
                start.occurredAt(),
                HOLIDAYS_IN_DOUBT);
    }
}
