package org.skypatch.tracking.finding.rule.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.imported;
import static org.skypatch.tracking.testing.Reports.report;

import org.junit.jupiter.api.Test;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;

class ImplausibleJourneyTest {

    private static Judged judged() {
        return Judged.by(new ImplausibleJourney());
    }

    @Test
    void finds_goods_that_arrived_days_before_they_left() {
        assertThat(judged().on(export("KR"), imported("TH").at("2026-02-20T00:00:00Z"))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void allows_for_clocks_that_differ_by_a_day() {
        assertThat(judged().on(export("KR"), imported("TH").at("2026-03-01T01:00:00Z"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void is_content_with_an_ordinary_voyage() {
        assertThat(judged().on(export("KR"), imported("TH").at("2026-03-14T00:00:00Z"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void has_nothing_to_say_while_only_one_end_is_known() {
        assertThat(judged().on(export("KR")).state()).isEqualTo(State.NOT_CONCERNED);
    }

    @Test
    void clears_when_the_date_is_amended() {
        assertThat(judged().on(
                                export("KR"),
                                imported("TH").named("I-1").at("2026-02-20T00:00:00Z"),
                                report(CustomsEventType.DECLARATION_AMENDED, "TH")
                                        .named("I-2")
                                        .correcting("I-1", "2026-04-01T00:00:00Z")
                                        .at("2026-03-20T00:00:00Z"))
                        .state())
                .isEqualTo(State.HOLDS);
    }
}
