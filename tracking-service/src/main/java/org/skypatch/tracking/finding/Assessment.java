package org.skypatch.tracking.finding;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What all the rules in force say of one movement. */
public record Assessment(List<Judged> outcomes) {

    /** One rule and what it says. */
    public record Judged(Rule rule, RuleOutcome outcome) {}

    public Assessment {
        outcomes = List.copyOf(outcomes);
    }

    /** The earliest instant at which time alone may change something. */
    public Optional<Instant> lookAgainAt() {
        return outcomes.stream()
                .map(judged -> judged.outcome().lookAgainAt())
                .filter(Objects::nonNull)
                .min(Instant::compareTo);
    }
}
