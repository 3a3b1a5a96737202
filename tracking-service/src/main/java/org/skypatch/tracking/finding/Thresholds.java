package org.skypatch.tracking.finding;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.TransportMode;
import org.skypatch.contracts.trade.Mass;

/**
 * The numbers that no treaty gives: policy, with defaults, within bounds.
 *
 * @param amberGrace after the expected arrival, before silence is a finding
 * @param redGrace after the expected arrival, before it is a grave one
 * @param usualTravel how long goods travel where no arrival was declared, by mode
 * @param unknownTravel the same, where no mode was reported
 * @param exportReportedWithin how long after an import an export may stay unreported
 * @param settlingOfReports how long after the newest event another administration's report is waited for
 * @param settlingOfRegister how long after the newest event a registry fact is waited for
 * @param tolerancePercent by how many percent masses may differ
 * @param toleranceKg by how many kilograms they may differ at least
 * @param signs from what on other things look wrong
 */
public record Thresholds(
        Duration amberGrace,
        Duration redGrace,
        Map<TransportMode, Duration> usualTravel,
        Duration unknownTravel,
        Duration exportReportedWithin,
        Duration settlingOfReports,
        Duration settlingOfRegister,
        int tolerancePercent,
        Mass toleranceKg,
        Signs signs) {

    public Thresholds {
        usualTravel = Map.copyOf(usualTravel);
        if (redGrace.compareTo(amberGrace) < 0) {
            throw new IllegalArgumentException("the red grace must not be shorter than the amber one");
        }
        if (tolerancePercent < 0 || tolerancePercent > 50) {
            throw new IllegalArgumentException("the tolerance must be from 0 to 50 percent");
        }
    }

    /** How long goods travel by this mode where no arrival was declared. */
    public Duration usualTravel(@Nullable TransportMode mode) {
        return mode == null ? unknownTravel : usualTravel.getOrDefault(mode, unknownTravel);
    }
}
