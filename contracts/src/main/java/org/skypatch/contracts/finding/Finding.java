package org.skypatch.contracts.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.trade.CountryCode;

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
 * @param onlyFor the only countries that may know of it; everybody that sees the movement if none are named
 * @param restsOnOthers true if it rests besides on reports of other movements, of which nothing is told; else missing
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
        @Nullable Instant clearedAt,
        Set<CountryCode> onlyFor,
        @Nullable Boolean restsOnOthers) {
    public Finding {
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
        onlyFor = onlyFor == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(onlyFor));
        restsOnOthers = Boolean.TRUE.equals(restsOnOthers) ? true : null;
    }

    /** A finding that everybody may know of who sees the movement. */
    public Finding(
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
        this(
                id, rule, version, episode, kind, element, severity, subject, sentence, expected, observed, evidence,
                raisedAt, clearedAt, Set.of(), false);
    }

    /** Whether this reader may know of it, if it may see the movement. */
    public boolean mayBeKnownTo(Sight reader) {
        return onlyFor.isEmpty() || reader instanceof Sight.OfCountry own && onlyFor.contains(own.country());
    }

    /** The subject as this reader may read it: masked where the finding says the same value as a name or number. */
    public String subjectReadBy(Sight reader) {
        return Stream.concat(sentence.arguments().stream(), Stream.of(expected, observed))
                .filter(argument -> argument != null
                        && argument.nominal()
                        && argument.value().equals(subject))
                .map(argument -> argument.readBy(reader))
                .findFirst()
                .orElse(subject);
    }
}
