package org.skypatch.tracking.finding;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.finding.Sentence;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;

/**
 * What a rule finds on one subject of a movement.
 *
 * @param subject a licence, container, commodity, or {@code movement}
 * @param expected what was expected, if that is a value
 * @param observed what was seen instead
 * @param evidence ids of the events it rests on
 */
public record Found(
        String subject,
        Severity severity,
        Sentence sentence,
        @Nullable SentenceArgument expected,
        @Nullable SentenceArgument observed,
        List<UUID> evidence) {

    /** The subject of a finding that speaks of the whole movement. */
    public static final String WHOLE_MOVEMENT = "movement";

    public Found {
        evidence = evidence.stream().sorted().distinct().toList();
    }
}
