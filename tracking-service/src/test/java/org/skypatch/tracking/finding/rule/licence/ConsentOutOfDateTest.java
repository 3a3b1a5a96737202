package org.skypatch.tracking.finding.rule.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.imported;

import org.junit.jupiter.api.Test;
import org.skypatch.contracts.registry.DecisionState;
import org.skypatch.contracts.registry.LicenceState;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Facts;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.TestRegister;

class ConsentOutOfDateTest {

    private static Judged judged() {
        return Judged.by(new ConsentOutOfDate());
    }

    private static Judged valid(String from, String until) {
        return judged().holding(Facts.licence("L-1", LicenceState.ISSUED, from, until));
    }

    @Test
    void finds_a_licence_that_had_expired() {
        assertThat(valid("2026-01-01", "2026-03-01")
                        .on(export("KR").citing("TH/L-1"))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void is_content_on_the_last_day() {
        assertThat(valid("2026-01-01", "2026-03-02")
                        .on(export("KR").citing("TH/L-1"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void finds_a_licence_that_was_not_valid_yet() {
        assertThat(valid("2026-03-03", "2026-12-31")
                        .on(export("KR").citing("TH/L-1"))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void accepts_an_import_licence_that_is_valid_at_release() {
        assertThat(valid("2026-03-10", "2026-12-31")
                        .on(export("KR").citing("TH/L-1"), imported("TH").at("2026-03-14T00:00:00Z"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void finds_a_licence_suspended_before_departure() {
        assertThat(judged().holding(Facts.licence("L-1", LicenceState.SUSPENDED, "2026-01-01", "2026-12-31"))
                        .on(export("KR").citing("TH/L-1"))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void finds_a_consent_that_had_run_out() {
        assertThat(judged().holding(Facts.notification(
                                Facts.decision("TH", DecisionState.CONSENTED, "2025-03-01", "2026-02-28")))
                        .on(export("KR").under("N 1", 1).kg("100", "a1160"))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void accepts_a_licence_entered_late_for_the_days_it_names() {
        assertThat(judged().with(TestRegister.covering("KR", "TH")
                                .holding(
                                        Facts.licence("L-1", LicenceState.ISSUED, "2026-01-01", "2026-12-31"),
                                        "2026-06-01T00:00:00Z"))
                        .on(export("KR").citing("TH/L-1"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void knows_nothing_of_a_licence_that_is_not_in_the_registry() {
        assertThat(judged().on(export("KR").citing("TH/L-9")).state()).isEqualTo(State.NOT_KNOWN);
    }
}
