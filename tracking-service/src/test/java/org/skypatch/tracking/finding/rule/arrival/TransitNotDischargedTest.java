package org.skypatch.tracking.finding.rule.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.imported;
import static org.skypatch.tracking.testing.Reports.report;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Reports;
import org.skypatch.tracking.testing.TestRegister;

class TransitNotDischargedTest {

    private static Judged judged() {
        return Judged.by(new TransitNotDischarged()).with(TestRegister.covering("KR", "SG", "TH"));
    }

    private static Reports entered() {
        return report(CustomsEventType.TRANSIT_ENTERED, "SG")
                .named("T-1")
                .through("SG")
                .at("2026-03-05T00:00:00Z");
    }

    @Test
    void finds_goods_that_never_left_transit() {
        assertThat(judged().on(export("KR").through("SG"), entered()).state()).isEqualTo(State.FINDING);
    }

    @Test
    void waits_for_the_fifteen_days() {
        assertThat(judged().asOf("2026-03-19T23:59:59Z")
                        .on(export("KR").through("SG"), entered())
                        .lookAgainAt())
                .isEqualTo(Instant.parse("2026-03-20T00:00:00Z"));
    }

    @Test
    void waits_for_a_report_that_came_late_itself() {
        assertThat(judged().asOf("2026-04-01T00:00:00Z")
                        .on(export("KR").through("SG"), entered().recordedAfter(Duration.ofDays(26)))
                        .lookAgainAt())
                .isEqualTo(Instant.parse("2026-04-02T00:00:00Z"));
    }

    @Test
    void knows_nothing_where_exits_are_not_reported() {
        assertThat(judged().with(TestRegister.covering("KR", "TH"))
                        .on(export("KR").through("SG"), entered())
                        .state())
                .isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void clears_when_the_goods_arrive() {
        assertThat(judged().on(
                                export("KR").through("SG"),
                                entered(),
                                imported("TH").at("2026-03-12T00:00:00Z"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void clears_when_the_exit_is_reported() {
        assertThat(judged().on(
                                export("KR").through("SG"),
                                entered(),
                                report(CustomsEventType.TRANSIT_LEFT, "SG")
                                        .named("T-2")
                                        .through("SG")
                                        .at("2026-03-30T00:00:00Z"))
                        .state())
                .isEqualTo(State.HOLDS);
    }
}
