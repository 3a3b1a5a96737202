package org.skypatch.tracking.finding.rule.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.report;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Reports;
import org.skypatch.tracking.testing.TestRegister;

class ReExportWithoutImportTest {

    private static Judged judged(String inKg, String outKg) {
        return Judged.by(new ReExportWithoutImport())
                .with(TestRegister.covering("TH", "FR"))
                .stock(inKg, outKg, reExport());
    }

    private static Reports reExport() {
        return report(CustomsEventType.RE_EXPORT_DECLARED, "TH")
                .between("TH", "FR")
                .originating("KR");
    }

    @Test
    void finds_goods_leaving_of_which_nothing_came_in() {
        assertThat(judged("0", "13600").on(reExport()).state()).isEqualTo(State.FINDING);
    }

    @Test
    void is_content_when_something_came_in() {
        assertThat(judged("1", "13600").on(reExport()).state()).isEqualTo(State.HOLDS);
    }

    @Test
    void leaves_goods_of_the_countrys_own_alone() {
        assertThat(judged("0", "13600").on(reExport().originating("TH")).state())
                .isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void waits_two_days_for_the_import_to_be_reported() {
        assertThat(judged("0", "13600")
                        .asOf("2026-03-03T00:00:00Z")
                        .on(reExport())
                        .lookAgainAt())
                .isEqualTo(Instant.parse("2026-03-04T01:30:00Z"));
    }

    @Test
    void knows_nothing_where_imports_are_not_reported() {
        assertThat(judged("0", "13600")
                        .with(TestRegister.covering("FR"))
                        .on(reExport())
                        .state())
                .isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void has_nothing_to_say_of_an_export() {
        assertThat(judged("0", "13600").on(export("TH").between("TH", "FR")).state())
                .isEqualTo(State.NOT_CONCERNED);
    }
}
