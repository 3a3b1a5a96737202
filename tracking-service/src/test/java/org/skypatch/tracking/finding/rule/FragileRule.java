package org.skypatch.tracking.finding.rule;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.skypatch.contracts.finding.Sentence;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.movement.Movement;

/** A rule that does what a test wants, on consignments whose UCR asks for it. */
public final class FragileRule implements Rule {

    public static final String CODE = "fragile";

    /** What it does next. */
    public enum Mood {
        FINDS,
        THROWS,
        GOES_TOO_DEEP,
        HOLDS
    }

    public static final AtomicReference<Mood> MOOD = new AtomicReference<>(Mood.HOLDS);
    public static final AtomicInteger VERSION = new AtomicInteger(1);

    /** These rules and this one. */
    public static RulesInForce beside(RulesInForce rules) {
        return rules.with(new FragileRule());
    }

    @Override
    public RuleCard card() {
        return RuleCard.indicator(CODE, TradeElement.TRANSPORT, Severity.LOW)
                .clearedBy("a better mood")
                .needing("nothing");
    }

    @Override
    public int version() {
        return VERSION.get();
    }

    @Override
    public RuleOutcome assess(Movement movement, Evidence evidence) {
        String ucr = movement.first(fact -> fact.content().references().ucr()).orElse("");
        if (!ucr.startsWith("FRAGILE")) {
            return RuleOutcome.notConcerned();
        }
        return switch (MOOD.get()) {
            case FINDS ->
                RuleOutcome.finding(new Found(
                        Found.WHOLE_MOVEMENT, Severity.LOW, new Sentence(CODE, List.of()), null, null, List.of()));
            case THROWS ->
                throw new IllegalStateException("nothing fits " + ucr + " of "
                        + movement.facts().getFirst().content().traders());
            case GOES_TOO_DEEP -> assess(movement, evidence);
            case HOLDS -> RuleOutcome.holds();
        };
    }
}
