package org.skypatch.tracking.testing;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.skypatch.contracts.customs.TransportMode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.tracking.finding.Signs;
import org.skypatch.tracking.finding.Thresholds;

/** The default numbers of policy. */
public final class Policies {

    private Policies() {}

    public static Thresholds defaults() {
        return new Thresholds(
                Duration.ofDays(7),
                Duration.ofDays(21),
                Map.of(TransportMode.SEA, Duration.ofDays(45), TransportMode.AIR, Duration.ofDays(5)),
                Duration.ofDays(45),
                Duration.ofDays(14),
                Duration.ofDays(2),
                Duration.ofSeconds(60),
                2,
                Mass.ofKilograms("5"),
                new Signs(
                        Duration.ofDays(15),
                        Duration.ofDays(180),
                        5,
                        2,
                        new BigDecimal("0.92"),
                        new BigDecimal("0.001"),
                        Mass.ofKilograms("1"),
                        Duration.ofHours(24),
                        new BigDecimal("2"),
                        new BigDecimal("0.5")));
    }
}
