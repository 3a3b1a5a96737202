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

    /** With other graces. */
    Thresholds with(Duration amber, Duration red) {
        return new Thresholds(
                amber,
                red,
                usualTravel,
                unknownTravel,
                exportReportedWithin,
                settlingOfReports,
                settlingOfRegister,
                tolerancePercent,
                toleranceKg,
                signs);
    }

    /** With other times to wait for reports and facts. */
    Thresholds with(Duration exportWithin, Duration ofReports, Duration ofRegister) {
        return new Thresholds(
                amberGrace,
                redGrace,
                usualTravel,
                unknownTravel,
                exportWithin,
                ofReports,
                ofRegister,
                tolerancePercent,
                toleranceKg,
                signs);
    }

    /** With other usual times of travel. */
    Thresholds travelling(Map<TransportMode, Duration> usual, Duration unknown) {
        return new Thresholds(
                amberGrace,
                redGrace,
                usual,
                unknown,
                exportReportedWithin,
                settlingOfReports,
                settlingOfRegister,
                tolerancePercent,
                toleranceKg,
                signs);
    }

    /** With other tolerances of mass. */
    Thresholds tolerating(int percent, Mass mass) {
        return new Thresholds(
                amberGrace,
                redGrace,
                usualTravel,
                unknownTravel,
                exportReportedWithin,
                settlingOfReports,
                settlingOfRegister,
                percent,
                mass,
                signs);
    }

    /** With other signs. */
    Thresholds with(Signs others) {
        return new Thresholds(
                amberGrace,
                redGrace,
                usualTravel,
                unknownTravel,
                exportReportedWithin,
                settlingOfReports,
                settlingOfRegister,
                tolerancePercent,
                toleranceKg,
                others);
    }

    /** How long goods travel by this mode where no arrival was declared. */
    public Duration usualTravel(@Nullable TransportMode mode) {
        return mode == null ? unknownTravel : usualTravel.getOrDefault(mode, unknownTravel);
    }
}
