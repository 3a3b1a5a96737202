package org.skypatch.tracking.finding.rule.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.imported;
import static org.skypatch.tracking.testing.Reports.report;

import org.junit.jupiter.api.Test;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;

class ReferencesContradictTest {

    private static Judged judged() {
        return Judged.by(new ReferencesContradict());
    }

    @Test
    void finds_two_ucrs_in_one_consignment() {
        assertThat(judged().on(export("KR").ucr("U-1"), imported("TH").ucr("U-2"))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void reads_blanks_and_case_alike() {
        assertThat(judged().on(export("KR").ucr("U-1a"), imported("TH").ucr("u - 1A"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void does_not_count_what_an_outsider_writes() {
        assertThat(judged().on(export("KR").ucr("U-1"), imported("FR").ucr("U-2"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void clears_when_an_amendment_leaves_one_value() {
        assertThat(judged().on(
                                export("KR").ucr("U-1"),
                                imported("TH").named("I-1").ucr("U-2"),
                                report(CustomsEventType.DECLARATION_AMENDED, "TH")
                                        .named("I-2")
                                        .correcting("I-1", "2026-04-01T00:00:00Z")
                                        .ucr("U-1"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void has_nothing_to_say_where_none_is_given() {
        assertThat(judged().on(export("KR")).state()).isEqualTo(State.NOT_CONCERNED);
    }
}
