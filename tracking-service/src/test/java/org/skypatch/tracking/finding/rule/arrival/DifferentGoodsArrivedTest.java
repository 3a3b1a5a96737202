package org.skypatch.tracking.finding.rule.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.imported;
import static org.skypatch.tracking.testing.Reports.report;

import org.junit.jupiter.api.Test;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;

class DifferentGoodsArrivedTest {

    private static Judged judged() {
        return Judged.by(new DifferentGoodsArrived());
    }

    @Test
    void finds_r_22_in_what_was_exported_as_r_134a() {
        RuleOutcome outcome = judged().on(
                        export("KR").kg("22900", "hfc-134a"),
                        report(CustomsEventType.GOODS_SEIZED, "TH").kg("22900", "hcfc-22"));

        assertThat(outcome.findings()).singleElement().satisfies(found -> {
            assertThat(found.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(found.expected().value()).isEqualTo("hfc-134a");
            assertThat(found.observed().value()).isEqualTo("hcfc-22");
            assertThat(found.evidence()).hasSize(2);
        });
    }

    @Test
    void finds_what_a_seizure_says_it_was_declared_as() {
        assertThat(judged().on(report(CustomsEventType.GOODS_SEIZED, "TH").foundInsteadOf("10", "hcfc-22", "hfc-134a"))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void is_content_with_the_same_goods() {
        assertThat(judged().on(export("KR"), imported("TH")).state()).isEqualTo(State.HOLDS);
    }

    @Test
    void takes_an_isomer_for_its_group() {
        assertThat(judged().on(
                                export("KR").kg("1", "hcfc-123-isomers"),
                                imported("TH").kg("1", "hcfc-123"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void takes_an_a_code_for_a_y_code_of_the_same_waste() {
        assertThat(judged().on(export("KR").kg("1", "a1160"), imported("TH").kg("1", "y31"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void knows_nothing_of_goods_outside_the_catalogue() {
        assertThat(judged().on(export("KR").kg("1", "hcfc-22"), imported("TH").kg("1", "mystery"))
                        .state())
                .isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void clears_when_an_amendment_mends_the_slip() {
        assertThat(judged().on(
                                export("KR").kg("1", "hcfc-22"),
                                imported("TH").named("I-1").kg("1", "hfc-134a"),
                                report(CustomsEventType.DECLARATION_AMENDED, "TH")
                                        .named("A-1")
                                        .correcting("I-1", "2026-04-01T00:00:00Z")
                                        .kg("1", "hcfc-22"))
                        .state())
                .isEqualTo(State.HOLDS);
    }
}
