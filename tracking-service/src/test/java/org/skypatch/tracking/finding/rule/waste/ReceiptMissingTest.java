package org.skypatch.tracking.finding.rule.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.imported;
import static org.skypatch.tracking.testing.Reports.report;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Facts;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Reports;
import org.skypatch.tracking.testing.TestRegister;

class ReceiptMissingTest {

    private static Judged judged() {
        return Judged.by(new ReceiptMissing()).holding(Facts.limit("TH", "receipt", 30));
    }

    private static Reports start() {
        return imported("TH").named("S-1").at("2026-03-10T00:00:00Z").kg("20000", "a1160");
    }

    private static Reports exported() {
        return export("KR").kg("20000", "a1160");
    }

    @Test
    void finds_nothing_heard_within_the_limit() {
        assertThat(judged().on(exported(), start()).state()).isEqualTo(State.FINDING);
    }

    @Test
    void waits_for_the_end_of_the_last_day() {
        assertThat(judged().asOf("2026-04-09T23:00:00Z").on(exported(), start()).lookAgainAt())
                .isEqualTo(Instant.parse("2026-04-10T00:00:00Z"));
    }

    @Test
    void clears_when_it_is_reported() {
        assertThat(judged().on(
                                exported(),
                                start(),
                                report(CustomsEventType.WASTE_RECEIVED, "TH")
                                        .named("R-1")
                                        .at("2026-05-01T00:00:00Z")
                                        .kg("20000", "a1160"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void knows_nothing_where_no_limit_is_on_record() {
        assertThat(Judged.by(new ReceiptMissing()).on(exported(), start()).state())
                .isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void knows_nothing_where_such_events_are_not_reported() {
        assertThat(judged().with(TestRegister.covering("KR").holding(Facts.limit("TH", "receipt", 30)))
                        .on(exported(), start())
                        .state())
                .isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void has_nothing_to_say_of_goods_that_are_no_waste() {
        assertThat(judged().on(export("KR"), imported("TH")).state()).isEqualTo(State.NOT_CONCERNED);
    }
}
