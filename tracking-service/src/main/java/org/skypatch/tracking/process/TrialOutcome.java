package org.skypatch.tracking.process;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.finding.Finding;

/** What a trial found so far: findings gained and lost under the numbers tried, by rule. */
public record TrialOutcome(SortedMap<String, OfRule> rules) {

    /** Nothing was looked at. */
    public static final TrialOutcome NOTHING = new TrialOutcome(new TreeMap<>());

    private static final int MOST_EXAMPLES = 20;

    /**
     * One rule.
     *
     * @param before how many findings there are under the numbers in force
     * @param after how many under the numbers tried
     * @param regraded how many there are under both, of another severity
     */
    public record OfRule(
            long before,
            long after,
            long gained,
            long lost,
            long regraded,
            List<Example> gainedExamples,
            List<Example> lostExamples) {

        public OfRule {
            gainedExamples = gainedExamples == null ? List.of() : List.copyOf(gainedExamples);
            lostExamples = lostExamples == null ? List.of() : List.copyOf(lostExamples);
        }

        private OfRule plus(OfRule other) {
            return new OfRule(
                    before + other.before,
                    after + other.after,
                    gained + other.gained,
                    lost + other.lost,
                    regraded + other.regraded,
                    some(gainedExamples, other.gainedExamples),
                    some(lostExamples, other.lostExamples));
        }

        private static List<Example> some(List<Example> one, List<Example> other) {
            return Stream.concat(one.stream(), other.stream())
                    .limit(MOST_EXAMPLES)
                    .toList();
        }
    }

    /** A finding of a movement that whoever tries may see, with its subject as far as it may. */
    public record Example(UUID movement, String subject, String severity) {

        private static Example of(UUID movement, Finding finding, Sight reader) {
            return new Example(
                    movement, finding.subjectReadBy(reader), finding.severity().label());
        }
    }

    public TrialOutcome {
        rules = Collections.unmodifiableSortedMap(rules == null ? new TreeMap<>() : new TreeMap<>(rules));
    }

    /** What changes on one movement, as far as this reader may know of findings. */
    static TrialOutcome of(UUID movement, List<Finding> inForce, List<Finding> tried, Sight reader) {
        Map<String, Finding> before = bySubject(inForce, reader);
        Map<String, Finding> after = bySubject(tried, reader);
        SortedMap<String, OfRule> rules = new TreeMap<>();
        before.forEach((key, finding) -> {
            Finding other = after.get(key);
            boolean isLost = other == null;
            boolean isRegraded = other != null && other.severity() != finding.severity();
            add(
                    rules,
                    finding,
                    new OfRule(
                            1,
                            0,
                            0,
                            isLost ? 1 : 0,
                            isRegraded ? 1 : 0,
                            List.of(),
                            isLost ? List.of(Example.of(movement, finding, reader)) : List.of()));
        });
        after.forEach((key, finding) -> {
            boolean isGained = !before.containsKey(key);
            add(
                    rules,
                    finding,
                    new OfRule(
                            0,
                            1,
                            isGained ? 1 : 0,
                            0,
                            0,
                            isGained ? List.of(Example.of(movement, finding, reader)) : List.of(),
                            List.of()));
        });
        return new TrialOutcome(rules);
    }

    private static void add(SortedMap<String, OfRule> rules, Finding finding, OfRule one) {
        rules.merge(finding.rule().value(), one, OfRule::plus);
    }

    private static Map<String, Finding> bySubject(List<Finding> findings, Sight reader) {
        Map<String, Finding> known = new TreeMap<>();
        findings.stream()
                .filter(finding -> finding.mayBeKnownTo(reader))
                .forEach(finding -> known.put(finding.rule() + " " + finding.subject(), finding));
        return known;
    }

    /** Both together. */
    TrialOutcome plus(TrialOutcome other) {
        SortedMap<String, OfRule> sum = new TreeMap<>(rules);
        other.rules.forEach((rule, one) -> sum.merge(rule, one, OfRule::plus));
        return new TrialOutcome(sum);
    }
}
