package org.skypatch.tracking.finding.rule.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.report;

import org.junit.jupiter.api.Test;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Reports;
import org.skypatch.tracking.testing.TestRegister;

class ReExportExceedsImportTest {

    private static Judged judged(String inKg, String outKg) {
        return Judged.by(new ReExportExceedsImport())
                .with(TestRegister.covering("TH", "FR"))
                .stock(inKg, outKg, reExport());
    }

    private static Reports reExport() {
        return report(CustomsEventType.RE_EXPORT_DECLARED, "TH")
                .between("TH", "FR")
                .originating("KR");
    }

    @Test
    void finds_more_going_out_than_came_in() {
        assertThat(judged("13000", "13600").on(reExport()).state()).isEqualTo(State.FINDING);
    }

    @Test
    void allows_for_the_tolerance_of_masses() {
        assertThat(judged("13400", "13600").on(reExport()).state()).isEqualTo(State.HOLDS);
    }

    @Test
    void leaves_it_to_another_rule_where_nothing_came_in() {
        assertThat(judged("0", "13600").on(reExport()).state()).isEqualTo(State.HOLDS);
    }

    @Test
    void knows_nothing_where_imports_are_not_reported() {
        assertThat(judged("13000", "13600")
                        .with(TestRegister.covering("FR"))
                        .on(reExport())
                        .state())
                .isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void clears_when_an_earlier_import_is_reported() {
        assertThat(judged("20000", "13600").on(reExport()).state()).isEqualTo(State.HOLDS);
    }
}
