package org.skypatch.contracts.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule's result on a movement: one per movement, rule and subject.
 *
 * @param id stable over the whole life of one episode
 * @param episode counts the times that this rule found this subject of this movement, from 1
 * @param subject what of the movement it speaks of: a licence, container, commodity, or {@code movement}
 * @param expected what the rule expected, if that is a value
 * @param observed what was seen instead
 * @param evidence ids of the events it rests on
 * @param raisedAt by the business clock
 * @param clearedAt by the business clock; missing while it is open
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Finding(
        UUID id,
        RuleCode rule,
        int version,
        int episode,
        RuleKind kind,
        @Nullable TradeElement element,
        Severity severity,
        String subject,
        Sentence sentence,
        @Nullable SentenceArgument expected,
        @Nullable SentenceArgument observed,
        List<UUID> evidence,
        Instant raisedAt,
        @Nullable Instant clearedAt) {
    public Finding {
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }
}
