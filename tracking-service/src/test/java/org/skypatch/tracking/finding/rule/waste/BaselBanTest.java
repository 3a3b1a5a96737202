package org.skypatch.tracking.finding.rule.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;

import org.junit.jupiter.api.Test;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Lot;
import org.skypatch.tracking.testing.Reports;
import org.skypatch.tracking.testing.TestRegister;

class BaselBanTest {

    private static Judged judged() {
        return Judged.by(new BaselBan())
                .with(TestRegister.covering("KR", "TH")
                        .party("KR", "basel.annexVii", "y", "basel.banAmendment", "y")
                        .party("TH", "basel.annexVii", "n")
                        .party("DE", "basel.annexVii", "y")
                        .party("VN", "basel.annexVii", "unknown"));
    }

    private static Reports shipment(Lot lot) {
        return export("KR").of(lot);
    }

    @Test
    void finds_hazardous_waste_that_leaves_annex_vii() {
        assertThat(judged().on(shipment(Lot.of("20000", "a1160").operation("R4")))
                        .findings())
                .singleElement()
                .satisfies(found -> assertThat(found.severity()).isEqualTo(Severity.CRITICAL));
    }

    @Test
    void lets_it_go_to_another_state_of_annex_vii() {
        assertThat(judged().on(shipment(Lot.of("1", "a1160").operation("R4")).between("KR", "DE"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void never_bans_household_waste_or_plastic() {
        assertThat(judged().on(shipment(Lot.of("1", "y46").operation("D1"))).state())
                .isEqualTo(State.NOT_CONCERNED);
    }

    @Test
    void lets_waste_that_only_a_national_law_makes_hazardous_go_to_recovery() {
        assertThat(judged().on(shipment(Lot.of("1", "a1160").operation("R4").hazardousBy("national")))
                        .state())
                .isEqualTo(State.NOT_CONCERNED);
    }

    @Test
    void bans_it_from_final_disposal_all_the_same() {
        assertThat(judged().on(shipment(Lot.of("1", "a1160").operation("D1").hazardousBy("national")))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void does_not_reach_back_before_it_came_into_force() {
        assertThat(judged().on(shipment(Lot.of("1", "a1160").operation("R4")).at("2019-12-04T00:00:00Z"))
                        .state())
                .isEqualTo(State.NOT_CONCERNED);
    }

    @Test
    void knows_nothing_where_the_status_is_unknown() {
        assertThat(judged().on(shipment(Lot.of("1", "a1160").operation("R4")).between("KR", "VN"))
                        .state())
                .isEqualTo(State.NOT_KNOWN);
    }
}
