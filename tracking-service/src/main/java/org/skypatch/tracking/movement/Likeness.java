package org.skypatch.tracking.movement;

import java.math.BigDecimal;
import java.util.List;

/**
 * How alike a departure and an arrival are that no reference ties together.
 *
 * @param score from 0 to 1, two decimals
 * @param reasons what it is made of: the parts add up to the score
 */
public record Likeness(BigDecimal score, List<Reason> reasons) {

    public Likeness {
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }

    /**
     * One part of a likeness.
     *
     * @param of commodity, mass, traders or dates
     * @param points what it adds to the score
     * @param most what it could add
     */
    public record Reason(String of, BigDecimal points, BigDecimal most) {}
}
