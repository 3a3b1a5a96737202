package org.skypatch.tracking.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.contracts.finding.Sentence;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.tracking.finding.rule.arrival.NotArrived;

class FindingDiffTest {

    private static final UUID MOVEMENT = UUID.fromString("00000000-0000-5000-8000-000000000001");
    private static final Instant DAY_1 = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant DAY_2 = Instant.parse("2026-04-02T00:00:00Z");

    private static Found silence(Severity severity) {
        return new Found(Found.WHOLE_MOVEMENT, severity, new Sentence("not-arrived", List.of()), null, null, List.of());
    }

    private static FindingDiff judged(List<Finding> known, RuleOutcome outcome, Instant at) {
        return FindingDiff.between(
                MOVEMENT, known, new Assessment(List.of(new Assessment.Judged(new NotArrived(), outcome))), at);
    }

    @Test
    void raises_once_and_keeps_quiet_while_nothing_changes() {
        FindingDiff first = judged(List.of(), RuleOutcome.finding(silence(Severity.MEDIUM)), DAY_1);
        FindingDiff again = judged(first.raised(), RuleOutcome.finding(silence(Severity.MEDIUM)), DAY_2);

        assertThat(first.raised()).hasSize(1);
        assertThat(again.raised()).isEmpty();
        assertThat(again.changed()).isEmpty();
        assertThat(again.cleared()).isEmpty();
        assertThat(again.open()).isEqualTo(first.raised());
    }

    @Test
    void changes_the_same_finding_when_it_grows_graver() {
        FindingDiff amber = judged(List.of(), RuleOutcome.finding(silence(Severity.MEDIUM)), DAY_1);
        FindingDiff red = judged(amber.raised(), RuleOutcome.finding(silence(Severity.HIGH)), DAY_2);

        assertThat(red.changed()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo(amber.raised().getFirst().id());
            assertThat(finding.raisedAt()).isEqualTo(DAY_1);
        });
    }

    @Test
    void clears_what_no_longer_stands_and_opens_a_new_episode_if_it_comes_back() {
        FindingDiff raised = judged(List.of(), RuleOutcome.finding(silence(Severity.MEDIUM)), DAY_1);
        FindingDiff cleared = judged(raised.raised(), RuleOutcome.holds(), DAY_2);
        FindingDiff back = judged(cleared.cleared(), RuleOutcome.finding(silence(Severity.MEDIUM)), DAY_2);

        assertThat(cleared.cleared()).singleElement().satisfies(finding -> assertThat(finding.clearedAt())
                .isEqualTo(DAY_2));
        assertThat(back.raised()).singleElement().satisfies(finding -> {
            assertThat(finding.episode()).isEqualTo(2);
            assertThat(finding.id()).isNotEqualTo(raised.raised().getFirst().id());
        });
    }

    @Test
    void keeps_what_is_open_when_the_rule_itself_fails() {
        FindingDiff raised = judged(List.of(), RuleOutcome.finding(silence(Severity.MEDIUM)), DAY_1);
        FindingDiff failed = judged(raised.raised(), RuleOutcome.failed(), DAY_2);

        assertThat(failed.cleared()).isEmpty();
        assertThat(failed.open()).isEqualTo(raised.raised());
    }

    @Test
    void finds_a_subject_once_however_many_reports_show_it() {
        UUID one = UUID.fromString("00000000-0000-0000-0000-000000000001");
        UUID other = UUID.fromString("00000000-0000-0000-0000-000000000002");
        RuleOutcome twice = RuleOutcome.together(List.of(
                RuleOutcome.finding(found("C-1", Severity.MEDIUM, one)),
                RuleOutcome.finding(found("C-1", Severity.HIGH, other))));
        Instant at = Instant.parse("2026-05-01T00:00:00Z");
        FindingDiff first = FindingDiff.between(
                MOVEMENT, List.of(), new Assessment(List.of(new Assessment.Judged(new NotArrived(), twice))), at);

        assertThat(first.raised()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.evidence()).containsExactly(one, other);
        });
        FindingDiff again = FindingDiff.between(
                MOVEMENT,
                first.open(),
                new Assessment(List.of(new Assessment.Judged(new NotArrived(), twice))),
                at.plusSeconds(1));
        assertThat(again.raised()).isEmpty();
        assertThat(again.changed()).isEmpty();
        assertThat(again.cleared()).isEmpty();
    }

    private static Found found(String subject, Severity severity, UUID evidence) {
        return new Found(subject, severity, new Sentence("not-arrived", List.of()), null, null, List.of(evidence));
    }
}
