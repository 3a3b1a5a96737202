package org.skypatch.tracking.finding;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skypatch.tracking.movement.Movement;

/** What all the rules in force say of one movement. */
public record Assessment(List<Judged> outcomes) {

    /**
     * One rule and what it says.
     *
     * @param failure how it failed, if it did
     */
    public record Judged(
            Rule rule, RuleOutcome outcome, @Nullable RuleFailure failure) {

        public Judged(Rule rule, RuleOutcome outcome) {
            this(rule, outcome, null);
        }

        /** A rule that threw instead of saying anything. */
        public static Judged failed(Rule rule, RuntimeException thrown, Movement movement) {
            return new Judged(rule, RuleOutcome.failed(), RuleFailure.of(rule, thrown, movement));
        }
    }

    public Assessment {
        outcomes = List.copyOf(outcomes);
    }

    /** The rules that threw. */
    public List<RuleFailure> failures() {
        return outcomes.stream().map(Judged::failure).filter(Objects::nonNull).toList();
    }

    /** The earliest instant at which time alone may change something. */
    public Optional<Instant> lookAgainAt() {
        return outcomes.stream()
                .map(judged -> judged.outcome().lookAgainAt())
                .filter(Objects::nonNull)
                .min(Instant::compareTo);
    }
}
