package org.skypatch.tracking.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of a movement.
 *
 * @param state the gravest of what it says of the single subjects
 * @param findings what it found, none unless the state is {@code FINDING}
 * @param lookAgainAt when time alone may change the outcome; this and nothing else makes a deadline
 */
public record RuleOutcome(
        State state, List<Found> findings, @Nullable Instant lookAgainAt) {

    /** How a rule's check ended, from the lightest to the gravest. */
    public enum State {
        /** There is nothing for this rule to check. */
        NOT_CONCERNED,
        /** The check was made, and all is well. */
        HOLDS,
        /** It is too early to say. */
        NOT_YET,
        /** What would be needed is not reported or not shared: no alert. */
        NOT_KNOWN,
        /** It does not fit. */
        FINDING,
        /** The rule itself failed; what it found before stays. */
        FAILED
    }

    public RuleOutcome {
        findings = List.copyOf(findings);
    }

    public static RuleOutcome notConcerned() {
        return new RuleOutcome(State.NOT_CONCERNED, List.of(), null);
    }

    public static RuleOutcome holds() {
        return new RuleOutcome(State.HOLDS, List.of(), null);
    }

    public static RuleOutcome notKnown() {
        return new RuleOutcome(State.NOT_KNOWN, List.of(), null);
    }

    public static RuleOutcome failed() {
        return new RuleOutcome(State.FAILED, List.of(), null);
    }

    public static RuleOutcome notYet(Instant lookAgainAt) {
        return new RuleOutcome(State.NOT_YET, List.of(), lookAgainAt);
    }

    public static RuleOutcome finding(Found found) {
        return new RuleOutcome(State.FINDING, List.of(found), null);
    }

    /** A finding that time alone will make graver. */
    public static RuleOutcome finding(Found found, Instant graverAt) {
        return new RuleOutcome(State.FINDING, List.of(found), graverAt);
    }

    /** The outcome from the instant on; before it, not yet. */
    public static RuleOutcome from(Instant opensAt, Instant asOf, Found found) {
        return asOf.isBefore(opensAt) ? notYet(opensAt) : finding(found);
    }

    /** What a rule says of all its subjects together. */
    public static RuleOutcome together(Collection<RuleOutcome> subjects) {
        State gravest = State.NOT_CONCERNED;
        Instant soonest = null;
        List<Found> all = new ArrayList<>();
        for (RuleOutcome subject : subjects) {
            gravest = subject.state().compareTo(gravest) > 0 ? subject.state() : gravest;
            all.addAll(subject.findings());
            soonest = Stream.of(soonest, subject.lookAgainAt())
                    .filter(java.util.Objects::nonNull)
                    .min(Instant::compareTo)
                    .orElse(null);
        }
        return new RuleOutcome(gravest, all, soonest);
    }
}
