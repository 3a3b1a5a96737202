package org.skypatch.notification.desk;

import java.util.Map;
import java.util.Optional;
import org.skypatch.contracts.finding.RuleCode;

/**
 * How often a rule was right to speak up, by what people made of its alerts.
 *
 * @param outcomes how many ended so
 */
public record Precision(RuleCode rule, Map<Outcome, Long> outcomes) {

    public Precision {
        outcomes = Map.copyOf(outcomes);
    }

    /** How many ended. */
    public long ended() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The share of those that ended which were illegal or irregular; 0 to 1; empty if none has ended. */
    public Optional<Double> share() {
        long right = outcomes.entrySet().stream()
                .filter(outcome -> outcome.getKey().isRight())
                .mapToLong(Map.Entry::getValue)
                .sum();
        return ended() == 0 ? Optional.empty() : Optional.of((double) right / ended());
    }
}
