package org.skypatch.tracking.finding.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.tracking.finding.Assessment;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.finding.Verdict;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Policies;
import org.skypatch.tracking.testing.TestRegister;

class RulesInForceTest {

    private static final Path DOCUMENT = Path.of("../docs/rules.md");

    private static final List<Rule> RULES =
            RulesInForce.today((rule, failure) -> {}).rules();

    /** A rule that cannot judge anything. */
    private static final class Failing implements Rule {

        @Override
        public RuleCard card() {
            return RuleCard.breach("always-failing", TradeElement.SUBSTANCE, Severity.HIGH)
                    .clearedBy("nothing")
                    .needing("nothing");
        }

        @Override
        public RuleOutcome assess(Movement movement, Evidence evidence) {
            throw new IllegalStateException("always");
        }
    }

    @Test
    void records_a_rule_that_throws_as_failed_and_runs_the_others() {
        List<String> told = new ArrayList<>();
        List<Rule> rules = new ArrayList<>(List.of(new Failing()));
        rules.addAll(RULES);
        RulesInForce inForce =
                new RulesInForce(rules, (rule, failure) -> told.add(rule.code() + ": " + failure.getMessage()));
        TestRegister register = TestRegister.covering("KR", "TH");

        Assessment assessment = inForce.assess(
                Judged.movement(export("KR")),
                new Evidence(
                        java.time.Instant.parse("2026-12-31T00:00:00Z"),
                        Policies.defaults(),
                        register.register(),
                        register.cited(),
                        List.of(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of()));

        assertThat(told).containsExactly("always-failing: always");
        assertThat(assessment.outcomes()).hasSize(RULES.size() + 1);
        assertThat(assessment.outcomes().getFirst().outcome().state()).isEqualTo(State.FAILED);
        assertThat(assessment.outcomes())
                .filteredOn(judged -> judged.rule().code().value().equals("not-arrived"))
                .singleElement()
                .satisfies(judged -> assertThat(judged.outcome().state()).isEqualTo(State.FINDING));
        assertThat(Verdict.of(assessment).elements().get(TradeElement.SUBSTANCE).because())
                .contains("always-failing");
    }

    @Test
    void gives_every_rule_its_own_code_and_a_sentence() {
        ResourceBundle sentences = ResourceBundle.getBundle("org.skypatch.contracts.finding.sentences");

        assertThat(RULES).extracting(rule -> rule.code().value()).doesNotHaveDuplicates();
        assertThat(RULES).allSatisfy(rule -> assertThat(sentences.keySet().stream()
                        .anyMatch(key -> key.equals(rule.code().value())
                                || key.startsWith(rule.code().value() + ".")))
                .as(rule.code().value())
                .isTrue());
    }

    @Test
    void says_of_every_rule_what_clears_it_and_what_it_needs() {
        assertThat(RULES).allSatisfy(rule -> {
            assertThat(rule.card().clears()).isNotBlank();
            assertThat(rule.card().needs()).isNotBlank();
            assertThat(rule.card().severities()).isNotEmpty();
        });
    }

    /** Written anew with {@code -Drules.write=true}. */
    @Test
    void writes_the_document_of_the_rules_as_they_are() throws IOException {
        String rules = RulesDocument.of(RULES);

        if (Boolean.getBoolean("rules.write")) {
            Files.writeString(DOCUMENT, rules);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(rules);
    }
}
