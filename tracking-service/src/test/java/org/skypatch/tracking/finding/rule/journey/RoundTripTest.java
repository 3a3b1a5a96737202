package org.skypatch.tracking.finding.rule.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;

import org.junit.jupiter.api.Test;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Lot;

class RoundTripTest {

    private static Judged judged() {
        return Judged.by(new RoundTrip());
    }

    @Test
    void finds_goods_on_the_way_back_to_their_origin() {
        assertThat(judged().on(export("KR").originating("TH")).state()).isEqualTo(State.FINDING);
    }

    @Test
    void lets_a_return_pass() {
        assertThat(judged().on(export("KR").originating("TH").procedure("return"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void lets_cylinders_go_back_to_be_filled() {
        assertThat(judged().on(export("KR")
                                .originating("TH")
                                .of(Lot.of("1", "hcfc-22").form("empty-container")))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void is_content_with_goods_of_their_own() {
        assertThat(judged().on(export("KR").originating("KR")).state()).isEqualTo(State.HOLDS);
    }

    @Test
    void knows_nothing_where_the_origin_is_not_declared() {
        assertThat(judged().on(export("KR")).state()).isEqualTo(State.NOT_KNOWN);
    }
}
