package org.skypatch.tracking.finding.rule.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.imported;
import static org.skypatch.tracking.testing.Reports.report;

import org.junit.jupiter.api.Test;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.finding.RuleKind;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.TestRegister;

class DivertedTest {

    private static Judged judged() {
        return Judged.by(new Diverted());
    }

    @Test
    void finds_goods_seized_in_a_country_off_the_route() {
        RuleOutcome outcome = judged().on(export("KR"), report(CustomsEventType.GOODS_SEIZED, "IT"));

        assertThat(outcome.findings()).singleElement().satisfies(found -> {
            assertThat(found.severity()).isEqualTo(Severity.HIGH);
            assertThat(found.kind()).isNull();
            assertThat(found.subject()).isEqualTo("IT");
        });
    }

    @Test
    void finds_goods_released_in_a_transit_country() {
        assertThat(judged().on(export("KR").through("SG"), imported("SG")).state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void weighs_a_mere_transhipment_off_the_route_lightly() {
        assertThat(judged().on(export("KR"), report(CustomsEventType.TRANSHIPPED, "SG"))
                        .findings())
                .singleElement()
                .satisfies(found -> assertThat(found.severity()).isEqualTo(Severity.LOW));
    }

    @Test
    void finds_hazardous_waste_in_a_state_not_notified_a_critical_breach() {
        assertThat(judged().on(
                                export("KR").kg("20000", "a1160"),
                                report(CustomsEventType.BOND_ENTERED, "SG").kg("20000", "a1160"))
                        .findings())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.severity()).isEqualTo(Severity.CRITICAL);
                    assertThat(found.kind()).isEqualTo(RuleKind.BREACH);
                });
    }

    @Test
    void lets_goods_enter_elsewhere_in_the_union_of_the_destination() {
        TestRegister union = TestRegister.covering("KR", "DE").union("EU", "BE", "DE");

        assertThat(judged().with(union)
                        .on(export("KR").between("KR", "DE"), imported("BE").between("KR", "DE"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void lets_goods_be_seized_on_the_route() {
        assertThat(judged().on(export("KR").through("SG"), report(CustomsEventType.GOODS_SEIZED, "SG"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void clears_when_the_destination_is_amended() {
        assertThat(judged().on(
                                export("KR"),
                                report(CustomsEventType.DECLARATION_AMENDED, "KR")
                                        .named("A-1")
                                        .correcting("E-1", "2026-03-05T00:00:00Z")
                                        .between("KR", "IT"),
                                report(CustomsEventType.GOODS_SEIZED, "IT").between("KR", "IT"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void has_nothing_to_say_while_only_the_export_is_known() {
        assertThat(judged().on(export("KR")).state()).isEqualTo(State.NOT_CONCERNED);
    }
}
