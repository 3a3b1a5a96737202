package org.skypatch.tracking.finding.rule.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;

import org.junit.jupiter.api.Test;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Lot;
import org.skypatch.tracking.testing.TestRegister;

class PopWasteRecoveredTest {

    private static Judged judged() {
        return Judged.by(new PopWasteRecovered())
                .holding(TestRegister.commodity("lindane", "Lindane", Convention.STOCKHOLM, null));
    }

    @Test
    void finds_the_substance_itself_sent_to_recycling() {
        assertThat(judged().on(export("KR")
                                .of(Lot.of("1", "lindane").condition("waste").operation("R3")))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void lets_energy_recovery_destroy_it() {
        assertThat(judged().on(export("KR")
                                .of(Lot.of("1", "lindane").condition("waste").operation("R1")))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void lets_it_be_destroyed() {
        assertThat(judged().on(export("KR")
                                .of(Lot.of("1", "lindane").condition("waste").operation("D10")))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void knows_nothing_where_no_operation_is_declared() {
        assertThat(judged().on(export("KR").of(Lot.of("1", "lindane").condition("waste")))
                        .state())
                .isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void has_nothing_to_say_of_other_waste() {
        assertThat(judged().on(export("KR")
                                .of(Lot.of("1", "a1160").condition("waste").operation("R4")))
                        .state())
                .isEqualTo(State.NOT_CONCERNED);
    }
}
