package org.skypatch.tracking.finding.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.movement.Fact;

/** How long silence must last before it speaks: from the recording of the newest report concerned. */
public final class Settling {

    private Settling() {}

    /** When a registry fact that these reports need should have come. */
    public static Instant ofRegister(Collection<Fact> concerned, Evidence evidence) {
        return after(concerned, evidence.thresholds().settlingOfRegister());
    }

    /** When another administration's report that these call for should have come. */
    public static Instant ofReports(Collection<Fact> concerned, Evidence evidence) {
        return after(concerned, evidence.thresholds().settlingOfReports());
    }

    private static Instant after(Collection<Fact> concerned, Duration wait) {
        return concerned.stream()
                .map(Fact::recordedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH)
                .plus(wait);
    }

    /** The later of two instants. */
    public static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
