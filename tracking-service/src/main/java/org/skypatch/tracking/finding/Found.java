package org.skypatch.tracking.finding;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.finding.RuleKind;
import org.skypatch.contracts.finding.Sentence;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.trade.CountryCode;

/**
 * What a rule finds on one subject of a movement.
 *
 * @param subject a licence, container, commodity, or {@code movement}
 * @param expected what was expected, if that is a value
 * @param observed what was seen instead
 * @param evidence ids of the events it rests on
 * @param kind the rule's own if none
 * @param element the rule's own if none
 * @param onlyFor the only countries that may know of it; all that see the movement if none are named
 * @param restsOnOthers whether it rests on reports of other movements besides
 */
public record Found(
        String subject,
        Severity severity,
        Sentence sentence,
        @Nullable SentenceArgument expected,
        @Nullable SentenceArgument observed,
        List<UUID> evidence,
        @Nullable RuleKind kind,
        @Nullable TradeElement element,
        Set<CountryCode> onlyFor,
        boolean restsOnOthers) {

    /** The subject of a finding that speaks of the whole movement. */
    public static final String WHOLE_MOVEMENT = "movement";

    public Found {
        evidence = evidence.stream().sorted().distinct().toList();
        onlyFor = Collections.unmodifiableSet(new TreeSet<>(onlyFor));
    }

    public Found(
            String subject,
            Severity severity,
            Sentence sentence,
            @Nullable SentenceArgument expected,
            @Nullable SentenceArgument observed,
            List<UUID> evidence) {
        this(subject, severity, sentence, expected, observed, evidence, null, null, Set.of(), false);
    }

    /** The graver of two findings on one subject, the first if they are as grave, with the evidence of both. */
    Found together(Found other) {
        Found graver = other.severity.compareTo(severity) > 0 ? other : this;
        return new Found(
                subject,
                graver.severity,
                graver.sentence,
                graver.expected,
                graver.observed,
                Stream.concat(evidence.stream(), other.evidence.stream()).toList(),
                graver.kind,
                graver.element,
                graver.onlyFor,
                restsOnOthers || other.restsOnOthers);
    }

    /** The same as a breach or an indicator. */
    public Found as(RuleKind other) {
        return new Found(
                subject, severity, sentence, expected, observed, evidence, other, element, onlyFor, restsOnOthers);
    }

    /** The same of another element of trade. */
    public Found of(TradeElement other) {
        return new Found(
                subject, severity, sentence, expected, observed, evidence, kind, other, onlyFor, restsOnOthers);
    }

    /** The same, of which nobody but these countries may know. */
    public Found onlyFor(Set<CountryCode> countries) {
        return new Found(
                subject, severity, sentence, expected, observed, evidence, kind, element, countries, restsOnOthers);
    }

    /** The same, resting on reports of other movements, which not everybody sees who sees this one. */
    public Found restingOnOthers(boolean rests) {
        return new Found(subject, severity, sentence, expected, observed, evidence, kind, element, onlyFor, rests);
    }
}
