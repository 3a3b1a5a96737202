package org.skypatch.notification.desk;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.skypatch.contracts.finding.Severity;

/** How long an alert may wait for somebody to acknowledge it before it is passed on. (policy) */
public record Patience(Map<Severity, Duration> bySeverity) {

    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(30);

    public Patience {
        bySeverity = Map.copyOf(bySeverity);
        bySeverity.forEach((severity, time) -> {
            if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("the patience with alerts of severity " + severity.label()
                        + " must be 5 minutes to 30 days, not " + time);
            }
        });
    }

    /** How long one of this severity may wait; empty if it is never passed on. */
    public Optional<Duration> of(Severity severity) {
        return Optional.ofNullable(bySeverity.get(severity));
    }
}
