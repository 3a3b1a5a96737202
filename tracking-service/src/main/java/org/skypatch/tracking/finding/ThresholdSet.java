package org.skypatch.tracking.finding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Numbers of policy that were published together.
 *
 * @param from the first day of departure that they count for
 * @param values those that change; the others stay as they were
 */
public record ThresholdSet(LocalDate from, Map<Threshold, BigDecimal> values) {

    public ThresholdSet {
        values = Map.copyOf(values);
    }

    /**
     * The numbers of a day: as configured, changed by every set that had begun by then.
     *
     * @param published by their first day, and of one day in the order of publication
     */
    public static Thresholds on(LocalDate day, Thresholds configured, List<ThresholdSet> published) {
        Thresholds counting = configured;
        for (ThresholdSet set : published) {
            if (!day.isBefore(set.from())) {
                counting = Threshold.all(counting, set.values());
            }
        }
        return counting;
    }
}
