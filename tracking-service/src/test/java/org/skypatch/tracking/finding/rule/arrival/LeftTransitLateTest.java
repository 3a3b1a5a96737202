package org.skypatch.tracking.finding.rule.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.report;

import org.junit.jupiter.api.Test;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Facts;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Reports;

class LeftTransitLateTest {

    private static Judged judged() {
        return Judged.by(new LeftTransitLate());
    }

    private static Reports entered() {
        return report(CustomsEventType.TRANSIT_ENTERED, "SG")
                .named("T-1")
                .through("SG")
                .at("2026-03-05T00:00:00Z");
    }

    private static Reports left(String day) {
        return report(CustomsEventType.TRANSIT_LEFT, "SG")
                .named("T-2")
                .through("SG")
                .at(day + "T00:00:00Z");
    }

    @Test
    void finds_an_exit_after_more_than_fifteen_days() {
        assertThat(judged().on(export("KR").through("SG"), entered(), left("2026-03-21"))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void is_content_with_an_exit_on_the_fifteenth_day() {
        assertThat(judged().on(export("KR").through("SG"), entered(), left("2026-03-20"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void goes_by_the_limit_of_the_transit_state_where_it_has_one() {
        assertThat(judged().holding(Facts.limit("SG", "transit", 30))
                        .on(export("KR").through("SG"), entered(), left("2026-03-21"))
                        .state())
                .isEqualTo(State.HOLDS);
        assertThat(judged().holding(Facts.limit("SG", "transit", 5))
                        .on(export("KR").through("SG"), entered(), left("2026-03-15"))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void allows_half_a_year_in_bond() {
        assertThat(judged().on(
                                export("KR").through("SG"),
                                report(CustomsEventType.BOND_ENTERED, "SG")
                                        .named("B-1")
                                        .at("2026-03-05T00:00:00Z"),
                                report(CustomsEventType.BOND_LEFT, "SG")
                                        .named("B-2")
                                        .at("2026-07-05T00:00:00Z"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void leaves_an_exit_that_was_not_reported_to_another_rule() {
        assertThat(judged().on(export("KR").through("SG"), entered()).state()).isEqualTo(State.NOT_CONCERNED);
    }

    @Test
    void clears_when_the_exit_is_amended() {
        assertThat(judged().on(
                                export("KR").through("SG"),
                                entered(),
                                left("2026-03-21"),
                                report(CustomsEventType.DECLARATION_AMENDED, "SG")
                                        .named("T-3")
                                        .through("SG")
                                        .correcting("T-2", "2026-03-25T00:00:00Z")
                                        .at("2026-03-11T00:00:00Z"))
                        .state())
                .isEqualTo(State.HOLDS);
    }
}
