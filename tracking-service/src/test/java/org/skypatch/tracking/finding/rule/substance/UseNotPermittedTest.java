package org.skypatch.tracking.finding.rule.substance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;

import org.junit.jupiter.api.Test;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Lot;
import org.skypatch.tracking.testing.TestRegister;

class UseNotPermittedTest {

    private static Judged judged() {
        return Judged.by(new UseNotPermitted())
                .holding(TestRegister.commodity("methyl-bromide", "Methyl bromide", Convention.MONTREAL, "E-I"));
    }

    @Test
    void finds_quarantine_claimed_for_a_refrigerant() {
        assertThat(judged().on(export("KR").of(Lot.of("1", "hcfc-22").use("quarantine-and-pre-shipment")))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void lets_methyl_bromide_be_used_so() {
        assertThat(judged().on(export("KR").of(Lot.of("1", "methyl-bromide").use("quarantine-and-pre-shipment")))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void has_nothing_to_say_of_ordinary_uses() {
        assertThat(judged().on(export("KR").of(Lot.of("1", "hcfc-22").use("refrigeration")))
                        .state())
                .isEqualTo(State.NOT_CONCERNED);
    }

    @Test
    void has_nothing_to_say_where_no_use_is_declared() {
        assertThat(judged().on(export("KR")).state()).isEqualTo(State.NOT_CONCERNED);
    }
}
