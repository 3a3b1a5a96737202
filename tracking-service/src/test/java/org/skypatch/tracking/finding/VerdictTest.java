package org.skypatch.tracking.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.finding.Judgement;
import org.skypatch.contracts.finding.Sentence;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.tracking.finding.rule.arrival.DifferentGoodsArrived;
import org.skypatch.tracking.finding.rule.arrival.NotArrived;
import org.skypatch.tracking.finding.rule.licence.ConsentMissing;

class VerdictTest {

    private static final Found SOMETHING =
            new Found(Found.WHOLE_MOVEMENT, Severity.HIGH, new Sentence("x", List.of()), null, null, List.of());

    private static Judgement of(TradeElement element, Rule rule, RuleOutcome outcome) {
        return Verdict.of(new Assessment(List.of(new Assessment.Judged(rule, outcome))))
                .elements()
                .get(element)
                .judgement();
    }

    @Test
    void is_unlawful_by_an_open_breach() {
        assertThat(of(TradeElement.SUBSTANCE, new DifferentGoodsArrived(), RuleOutcome.finding(SOMETHING)))
                .isEqualTo(Judgement.UNLAWFUL);
    }

    @Test
    void is_never_unlawful_by_an_indicator() {
        assertThat(of(TradeElement.TRANSBOUNDARY_MOVEMENT, new NotArrived(), RuleOutcome.finding(SOMETHING)))
                .isEqualTo(Judgement.UNKNOWN);
    }

    @Test
    void is_lawful_when_every_check_could_be_made() {
        assertThat(of(TradeElement.TRANSBOUNDARY_MOVEMENT, new ConsentMissing(), RuleOutcome.holds()))
                .isEqualTo(Judgement.LAWFUL);
    }

    @Test
    void is_unknown_when_a_check_could_not_be_made() {
        assertThat(of(TradeElement.TRANSBOUNDARY_MOVEMENT, new ConsentMissing(), RuleOutcome.notKnown()))
                .isEqualTo(Judgement.UNKNOWN);
    }

    @Test
    void is_unknown_where_nothing_was_checked() {
        assertThat(of(TradeElement.USE, new ConsentMissing(), RuleOutcome.holds()))
                .isEqualTo(Judgement.UNKNOWN);
    }
}
