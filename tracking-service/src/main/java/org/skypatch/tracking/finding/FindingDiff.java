package org.skypatch.tracking.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.contracts.finding.RuleCode;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.movement.EventIds;

/**
 * What changes when a movement is judged anew.
 *
 * @param raised findings that open
 * @param changed open findings that now read otherwise: graver, other values, other evidence
 * @param cleared findings that no longer stand
 * @param open all that are open afterwards
 */
public record FindingDiff(List<Finding> raised, List<Finding> changed, List<Finding> cleared, List<Finding> open) {

    private record Key(RuleCode rule, String subject) {}

    /**
     * Compares what is known with what the rules say now.
     *
     * @param known every finding of the movement so far, open and cleared
     */
    public static FindingDiff between(UUID movement, List<Finding> known, Assessment assessment, Instant asOf) {
        Map<Key, Finding> open = new HashMap<>();
        Map<Key, Integer> episodes = new HashMap<>();
        for (Finding finding : known) {
            Key key = new Key(finding.rule(), finding.subject());
            episodes.merge(key, finding.episode(), Math::max);
            if (finding.clearedAt() == null) {
                open.put(key, finding);
            }
        }
        FindingDiff diff = new FindingDiff(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Assessment.Judged judged : assessment.outcomes()) {
            for (Found found : onePerSubject(judged.outcome().findings())) {
                Key key = new Key(judged.rule().code(), found.subject());
                Finding before = open.remove(key);
                if (before == null) {
                    int episode = episodes.merge(key, 1, Integer::sum);
                    Finding raised = finding(movement, judged.rule(), found, episode, asOf);
                    diff.raised.add(raised);
                    diff.open.add(raised);
                } else {
                    Finding now = finding(movement, judged.rule(), found, before.episode(), before.raisedAt());
                    if (!now.equals(before)) {
                        diff.changed.add(now);
                    }
                    diff.open.add(now);
                }
            }
        }
        for (Map.Entry<Key, Finding> left : open.entrySet()) {
            if (hasFailed(left.getKey().rule(), assessment)) {
                diff.open.add(left.getValue());
            } else {
                diff.cleared.add(cleared(left.getValue(), asOf));
            }
        }
        return diff;
    }

    /** A rule finds a subject once, however many reports show it: the gravest counts, and rests on all of them. */
    private static Collection<Found> onePerSubject(List<Found> findings) {
        Map<String, Found> bySubject = new LinkedHashMap<>();
        findings.forEach(found -> bySubject.merge(found.subject(), found, Found::together));
        return bySubject.values();
    }

    /** The same finding, no longer standing. */
    public static Finding cleared(Finding finding, Instant at) {
        return new Finding(
                finding.id(),
                finding.rule(),
                finding.version(),
                finding.episode(),
                finding.kind(),
                finding.element(),
                finding.severity(),
                finding.subject(),
                finding.sentence(),
                finding.expected(),
                finding.observed(),
                finding.evidence(),
                finding.raisedAt(),
                at,
                finding.onlyFor(),
                finding.restsOnOthers());
    }

    private static boolean hasFailed(RuleCode rule, Assessment assessment) {
        return assessment.outcomes().stream()
                .anyMatch(judged -> judged.rule().code().equals(rule)
                        && Objects.equals(judged.outcome().state(), State.FAILED));
    }

    private static Finding finding(UUID movement, Rule rule, Found found, int episode, Instant raisedAt) {
        return new Finding(
                EventIds.named(
                        "finding",
                        movement.toString(),
                        rule.code().value(),
                        found.subject(),
                        Integer.toString(episode)),
                rule.code(),
                rule.version(),
                episode,
                found.kind() == null ? rule.kind() : found.kind(),
                found.element() == null ? rule.element() : found.element(),
                found.severity(),
                found.subject(),
                found.sentence(),
                found.expected(),
                found.observed(),
                found.evidence(),
                raisedAt,
                null,
                found.onlyFor(),
                found.restsOnOthers());
    }
}
