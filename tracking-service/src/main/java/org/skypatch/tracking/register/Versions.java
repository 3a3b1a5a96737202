package org.skypatch.tracking.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.skypatch.contracts.registry.Dated;
import org.skypatch.contracts.registry.RegistryFact;

/**
 * What a record of the registry says, with everything that it said before.
 *
 * @param all oldest first, at least one
 */
public record Versions<F extends RegistryFact>(List<Dated<F>> all) {

    public Versions {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("a record has at least one version");
        }
    }

    /** What it says today. */
    public F latest() {
        return all.getLast().fact();
    }

    /** What it said at that instant; nothing if it was recorded later. */
    public Optional<F> at(Instant instant) {
        return all.stream()
                .filter(version -> !version.recordedAt().isAfter(instant))
                .reduce((earlier, later) -> later)
                .map(Dated::fact);
    }

    /** What it said at that instant, or first of all where it was recorded later: late recording is not late existence. */
    public F atOrFirst(Instant instant) {
        return at(instant).orElseGet(() -> all.getFirst().fact());
    }

    /** Whether nothing of it had been recorded by that instant. */
    public boolean isRecordedAfter(Instant instant) {
        return all.getFirst().recordedAt().isAfter(instant);
    }
}
