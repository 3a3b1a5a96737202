package org.skypatch.tracking.finding.rule.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;

import org.junit.jupiter.api.Test;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.registry.DecisionState;
import org.skypatch.contracts.registry.LicenceState;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Facts;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.TestRegister;

class ConsentRefusedTest {

    private static Judged judged() {
        return Judged.by(new ConsentRefused());
    }

    @Test
    void finds_a_licence_that_was_revoked_before_departure() {
        assertThat(judged().holding(Facts.licence("L-1", LicenceState.REVOKED, "2026-01-01", "2026-12-31"))
                        .on(export("KR").citing("TH/L-1"))
                        .findings())
                .singleElement()
                .satisfies(found -> assertThat(found.severity()).isEqualTo(Severity.CRITICAL));
    }

    @Test
    void lets_goods_arrive_under_a_licence_revoked_while_they_were_under_way() {
        TestRegister register = TestRegister.covering("KR", "TH")
                .holding(Facts.versions(
                        "2026-01-01T00:00:00Z",
                        Facts.licence("L-1", LicenceState.ISSUED, "2026-01-01", "2026-12-31"),
                        "2026-03-20T00:00:00Z",
                        Facts.licence("L-1", LicenceState.REVOKED, "2026-01-01", "2026-12-31")));

        assertThat(judged().with(register).on(export("KR").citing("TH/L-1")).state())
                .isEqualTo(State.HOLDS);
        assertThat(judged().with(register)
                        .on(export("KR").at("2026-04-01T00:00:00Z").citing("TH/L-1"))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void finds_a_notification_that_a_state_objected_to() {
        assertThat(judged().holding(
                                Facts.notification(Facts.decision("TH", DecisionState.OBJECTED, "2026-02-01", null)))
                        .on(export("KR").under("N 1", 1).kg("100", "a1160"))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void is_content_with_an_objection_that_came_after_the_start() {
        assertThat(judged().holding(
                                Facts.notification(Facts.decision("TH", DecisionState.OBJECTED, "2026-04-01", null)))
                        .on(export("KR").under("N 1", 1).kg("100", "a1160"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void knows_nothing_of_a_licence_that_is_not_in_the_registry() {
        assertThat(judged().on(export("KR").citing("TH/L-9")).state()).isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void is_content_with_an_issued_licence() {
        assertThat(judged().holding(Facts.licence("L-1", LicenceState.ISSUED, "2026-01-01", "2026-12-31"))
                        .on(export("KR").citing("TH/L-1"))
                        .state())
                .isEqualTo(State.HOLDS);
    }
}
